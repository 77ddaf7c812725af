#!/bin/sh
# Installs the tool from this folder, without a network: sh install.sh [FOLDER]
here=$(dirname "$0")
for python in python3.15 python3.14 python3.13 python3.12 python3.11 python3; do
  if "$python" -c '' 2>/dev/null; then
    exec "$python" "$here/install.py" "$@"
  fi
done
echo 'Python 3.11 немесе одан жаңасы керек. Нужен Python 3.11 или новее. Python 3.11 or newer is needed.' >&2
exit 2
