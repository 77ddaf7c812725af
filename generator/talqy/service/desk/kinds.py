"""What can be wrong with how the settings speak of the desk (codes K40 and on)."""

from talqy.model.problem import Kind, Level, kinds_in

DESK_ADDRESS = Kind(
    "K40",
    "“{value}” is no address at which officials can find the desk",
    "write one that begins with https:// and has neither a query nor a fragment; http:// is for "
    "127.0.0.1 and localhost alone",
)
DESK_BESIDE_FORM = Kind(
    "K41",
    "the desk and the form for everybody are on one host: {value}",
    "give the desk a host of its own, such as https://desk.example.kz/: pages of one host can "
    "reach each other",
)
DESK_LISTEN = Kind(
    "K42",
    "the desk cannot listen at “{value}”",
    "write an address and a port, such as “127.0.0.1:8200”, or “unix:” and a path in a folder that "
    "is there",
)
DESK_LISTEN_TO_ALL = Kind(
    "K43",
    "the desk listens at “{value}”, where others than the proxy may reach it",
    "write “127.0.0.1:8200”, unless the network (that of containers, say) keeps all others away",
    Level.WARNING,
)
DESK_PROXY = Kind(
    "K44",
    "“{value}” is no address of a proxy that may say who asks",
    "name each address or network of the proxy that signs in; all addresses would let anybody be "
    "anybody",
)
DESK_HEADER = Kind(
    "K45",
    "“{value}” cannot be the head in which the proxy names the account",
    "write one that the proxy sets itself and takes out of what browsers send, such as "
    "“X-Remote-User”",
)
DESK_LEAVE = Kind(
    "K46",
    "“{value}” is no address at which one signs out",
    "write one that begins with https://",
)
NOBODY_AT_THE_DESK = Kind(
    "K47",
    "the settings name no officials, so nobody can work at the desk",
    "name them under “officials”, each with roles and account",
)
UNKNOWN_AUTHORITY = Kind(
    "K49",
    "the project has no authority “{value}”; it has: {known}",
    "write the id of one of these",
)
UNNAMEABLE_ACCOUNT = Kind(
    "K53",
    "no head can name the account “{account}”: it is too long, or a blank stands before or after "
    "it",
    "write the account as the sign-in says it",
)

ALL = kinds_in(globals())
