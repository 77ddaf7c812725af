// On the page for an address that is not there: comments that have something in common are a state of the list of all.
const gone = location.pathname.match(/^(.*\/s\/[a-z0-9-]+\/comments\/)(?:(clause|revision|language)-)?([a-z0-9-]+)\/(?:\d+\/)?$/);
if (gone) location.replace(`${gone[1]}?${gone[2] ?? "outcome"}=${gone[3]}`);
