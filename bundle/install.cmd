@echo off
rem Installs the tool from this folder, without a network: install.cmd [FOLDER]
for %%v in (3.15 3.14 3.13 3.12 3.11) do (
  py -%%v -c "" >nul 2>nul && (
    py -%%v "%~dp0install.py" %*
    pause
    exit /b
  )
)
python "%~dp0install.py" %*
pause
