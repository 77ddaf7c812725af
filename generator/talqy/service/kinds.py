"""What can be wrong with the settings of the service, and with what they name (codes K..)."""

from talqy.model.problem import Kind, Level, kinds_in

NO_SECRET = Kind(
    "K01",
    "the secret of the service is not there",
    "make one with “openssl rand -hex 32”, and give it to the service in the variable {variable} "
    "of its environment; keep it: with another one, what was sealed before is not known again",
)
SHORT_SECRET = Kind(
    "K02",
    "the secret of the service can be guessed: it is too short, or has too few different signs",
    "make another one with “openssl rand -hex 32”",
)
ADDRESS = Kind(
    "K03",
    "“{value}” is no address at which people can find the service",
    "write one that begins with https:// and has neither a query nor a fragment; http:// is for "
    "127.0.0.1 and localhost alone",
)
LISTEN = Kind(
    "K04",
    "the service cannot listen at “{value}”",
    "write an address and a port, such as “127.0.0.1:8100”, or “unix:” and a path in a folder that "
    "is there",
)
LISTEN_TO_ALL = Kind(
    "K05",
    "the service listens at “{value}”, where others than the proxy may reach it",
    "write “127.0.0.1:8100”, unless the network (that of containers, say) keeps all others away",
    Level.WARNING,
)
PROXY = Kind(
    "K06",
    "“{value}” is neither an address nor a network of a proxy",
    "write an address such as “127.0.0.1”, or a network such as “10.0.0.0/8”",
)
EVERY_PROXY = Kind(
    "K07",
    "everybody is believed who says to be a proxy: whoever asks can name any address as theirs",
    "name the addresses of the proxy",
)
NO_REPOSITORY = Kind(
    "K08",
    "the project cannot be read from “{value}”: {reason}",
    "name the repository of the project, bare or not, that the service may read",
)
NO_BRANCH = Kind(
    "K20",
    "the repository has no branch that can be followed: {reason}",
    "name the branch that people comment on",
)
BROKEN_PROJECT = Kind(
    "K09",
    "the project cannot be used as the branch has it: {reason}",
    "see “talqy check” in a working copy of that branch",
)
NO_INTAKE = Kind(
    "K10",
    "the project does not say where its form posts",
    'write “intake: {url: "{address}"}” into it, and build the site anew',
    Level.WARNING,
)
OTHER_INTAKE = Kind(
    "K11",
    "the form of the site posts to {value}, and the service is to be found at {address}",
    "let both say the same, and build the site anew",
    Level.WARNING,
)
FIXED_DAY = Kind(
    "K12",
    "the project speaks of one fixed day, {day}: every comment would be received on that day",
    "take “today” out, unless this is a rehearsal",
    Level.WARNING,
)
CLOCK = Kind(
    "K13",
    "the clock of this machine is behind: {reason}",
    "set the clock, and let it be kept (with chrony or systemd-timesyncd, say)",
)
NO_FOLDER = Kind(
    "K14",
    "the folder of the service cannot be used: {reason}",
    "make it, and let it belong to the user that the service runs as: “install -d -m 700 -o USER "
    "FOLDER”",
)
OPEN_FOLDER = Kind(
    "K15",
    "other users of this machine may look into the folder of the service",
    "“chmod 700” it: what lies there is not public yet",
    Level.WARNING,
)
FULL_DISK = Kind(
    "K16",
    "the disk of the service's folder is nearly full: {free} MB are left",
    "make room, or move the folder to a larger disk",
    Level.WARNING,
)
DATABASE = Kind(
    "K17",
    "the queue cannot be used: {reason}",
    "see that the database runs, that the service may connect to it, and that its name is right",
)
PASSWORD = Kind(
    "K18",
    "a password stands in the file of settings",
    "take it out, and give the whole address of the database in the variable {variable}",
)
CARELESS_DATABASE = Kind(
    "K19",
    "the database does not wait for its disk ({setting} is off): a receipt would not outlive a "
    "power cut",
    "switch {setting} on in its settings",
)
NAMED_ADDRESS = Kind(
    "K21",
    "a name or a password stands in an address of the settings",
    "take it out: the name belongs under “user”, and the token into the variable {variable}",
)
NO_BATCHES = Kind(
    "K22",
    "the project allows no batches, so no comment can be published",
    "write “gate: {batch: 100}” into its settings",
    Level.WARNING,
)
NOT_PUBLISHABLE = Kind(
    "K23",
    "no comment can be published from this repository: {reason}",
    "change the repository, or how comments are published",
    Level.WARNING,
)
NO_REMOTE = Kind(
    "K24",
    "no comment can be published now: {reason}",
    "look at the address, at the name and the token of the service there, and at the network",
    Level.WARNING,
)
FEW_OFFICIALS = Kind(
    "K25",
    "so many officials must say that a comment is published: {needed}; and so many may: {count}",
    "name them under “officials”, with the role “publisher”",
    Level.WARNING,
)
MAIL = Kind(
    "K26",
    "letters cannot go out: {reason}",
    "mend it, or take “mail” out: then nobody can ask for letters",
)

NOT_FOLLOWED = Kind(
    "K27",
    "the newest commit of the project is not followed, the one before still holds: {reason}",
    "mend it with a further commit; if it is right all the same, take the file “followed” out of "
    "the folder of the service, and start it anew",
    Level.WARNING,
)
NO_SITE = Kind(
    "K28",
    "letters cannot go out: they lead to pages of the site, and nobody says where it is",
    "name its address in mkdocs.yml (site_url)",
    Level.WARNING,
)
NO_EMAIL = Kind(
    "K29",
    "“{name}” has no e-mail address: who cannot use the form cannot write to it",
    "name one in the settings of the project: the form tells it",
    Level.WARNING,
)
MAILBOX = Kind(
    "K31",
    "messages cannot be read: {reason}",
    "mend it, or take “mailbox” out: then no messages are read",
)
MAILBOX_AWAY = Kind(
    "K32",
    "messages cannot be read now: {reason}",
    "look at the address, at the name and the password, and at the network",
    Level.WARNING,
)
NO_REPLIES = Kind(
    "K33",
    "who writes to the mailbox gets no receipt: no letters go out",
    "name a mail server under “mail”, or write “replies: false” under “mailbox”",
    Level.WARNING,
)
NAME_IN_LOG = Kind(
    "K34",
    "the log calls somebody else “{name}”: what this official does cannot be told from it",
    "give this official another name under “officials”",
    Level.WARNING,
)
ONE_ACCOUNT = Kind(
    "K48",
    "several officials have the account “{account}”",
    "give each an account of their own",
)

ALL = kinds_in(globals())
