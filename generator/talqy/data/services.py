"""What a service in force is, for catalogues of public services: CPSV-AP 3.2 as linked data.

Source: the classes and cardinalities of CPSV-AP 3.2.0 (SEMIC), as `shapes.ttl` has them. What
the profile cannot say stays in words beside it: xsd:duration knows no working day, so a term in
working days is a property of our own, and no `cv:processingTime`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from talqy.data.graph import Graph, Literal, Node, Ref, Said, json_ld, refs, spoken, turtle, web_ref
from talqy.data.tables import Files
from talqy.language.edition import Edition
from talqy.language.fact_words import LINES, FactContext, plain
from talqy.model import addresses
from talqy.model.facts import ChannelCase, Fee, RefusalGround, Term, code_of
from talqy.model.register import Record
from talqy.model.revision import Revision

_EU = "http://publications.europa.eu/resource/authority/"
LANGUAGES = {"kk": "KAZ", "ru": "RUS", "en": "ENG"}
"""How the Publications Office of the EU calls the languages that we know."""
_COUNTRIES = {"KZ": "KAZ"}
_TENGE = f"{_EU}currency/KZT"
_IN_FORCE = "http://purl.org/adms/status/Completed"
_DURATIONS = {"minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "calendar-day": "P{}D"}
_DURATIONS |= {"month": "P{}M"}
_CONTACTS = {"phone": "cv:telephone", "email": "cv:email"}
Words = Mapping[str, str]


def services_of_standard(edition: Edition, record: Record) -> Files:
    """Write the description of a service, in both forms, where a text of it is in force."""
    text = edition.parts(record).in_force
    if text is None:
        return
    graph = service_graph(edition, record, text)
    yield addresses.data_of_service(record.id, "jsonld"), json_ld(graph)
    yield addresses.data_of_service(record.id, "ttl"), turtle(graph)


def service_shapes() -> bytes:
    """Return the shapes that descriptions of services are held to (SHACL)."""
    return (files("talqy") / "data/shapes.ttl").read_bytes()


def service_graph(edition: Edition, record: Record, text: Revision) -> Graph:
    """Return what a text in force says of its service."""
    return _Service(edition, record, text).graph()


def authority_node(edition: Edition, name: str) -> tuple[Node, Node]:
    """Return an authority, and the country that it works for."""
    project = edition.register.project
    country = project.calendar.country
    known = _COUNTRIES.get(country)
    own = f"{edition.site_url}{addresses.CATALOGUE}#country"
    place = Node(
        f"{_EU}country/{known}" if known else own,
        "dct:Location",
        [("dct:identifier", Literal(country))],
    )
    authority = project.authorities.get(name)
    says: list[Said] = [("dct:identifier", Literal(name))]
    says += spoken("skos:prefLabel", authority.name if authority else {"und": name})
    says.append(("dct:spatial", Ref(place.iri)))
    if authority and authority.url and (page := web_ref(authority.url)):
        says.append(("foaf:homepage", page))
    iri = f"{edition.site_url}{addresses.CATALOGUE}#authority-{name}"
    return Node(iri, "cv:PublicOrganisation", says), place


def language_nodes(languages: Iterable[str]) -> list[Node]:
    """Return the languages that have an address in the lists of the EU."""
    return [
        Node(f"{_EU}language/{name}", "dct:LinguisticSystem", [("dct:identifier", Literal(code))])
        for code in languages
        if (name := LANGUAGES.get(code))
    ]


@dataclass(frozen=True)
class _Service:
    """One service, by the text of its standard that is in force."""

    edition: Edition
    record: Record
    text: Revision

    @cached_property
    def _iri(self) -> str:
        path = addresses.data_of_service(self.record.id, "jsonld")
        return f"{self.edition.site_url}{path.removesuffix('.jsonld')}"

    @cached_property
    def _contexts(self) -> Mapping[str, FactContext]:
        unit = self.edition.register.project.fee_unit
        year = self.edition.price_year(self.record, self.text)
        return {locale.code: FactContext(locale, unit, year) for locale in self.edition.locales}

    def graph(self) -> Graph:
        """Return the service first, then all that it leads to, each with its class."""
        organisation, place = authority_node(self.edition, self.record.standard.authority)
        languages = language_nodes(self.edition.register.project.languages)
        act, event, provider = [*self._act()], self._event(), [*self._participation()]
        channels, costs, outputs = [*self._channels()], [*self._costs()], [*self._outputs()]
        evidence, rules = [*self._evidence()], [*self._rules(act)]
        requirements, contacts = [*self._requirements(evidence)], [*self._contacts()]
        currency = [Node(_TENGE, "skos:Concept", [("skos:notation", Literal("KZT"))])]
        status = [*self._status()]
        says: list[Said] = [
            *self._named(),
            *refs("cv:hasCompetentAuthority", [organisation]),
            *refs("cv:hasParticipation", provider[:1]),
            *refs("cv:hasChannel", (one for one in channels if one.kind == "cv:Channel")),
            *refs("cv:hasCost", costs),
            *refs("cpsv:produces", outputs),
            *refs("cpsv:hasInput", evidence),
            *refs("cv:holdsRequirement", requirements),
            *refs("cpsv:follows", rules),
            *refs("cv:hasLegalResource", act),
            *refs("cv:isGroupedBy", [event]),
            *refs("cv:contactPoint", contacts),
            *refs("dct:language", languages),
            *refs("adms:status", status),
            *self._terms(""),
        ]
        service = Node(self._iri, "cpsv:PublicService", says)
        found = (service, organisation, place, *provider, *channels, *costs, *outputs, *evidence)
        found += (*requirements, *rules, *act, event, *contacts, *languages, *status)
        return (*found, *(currency if any(_has_value(cost) for cost in costs) else ()))

    def _named(self) -> Iterator[Said]:
        """Say its code of the register where it has one, its title, and what it is in short."""
        standard = self.record.standard
        yield "dct:identifier", Literal(standard.code or standard.id)
        yield from spoken("dct:title", standard.title)
        yield from spoken("dct:description", self._in_short())
        for locale in self.edition.locales:
            path = addresses.standard(self.record.id)
            yield "foaf:page", Ref(f"{self.edition.site_url}{locale.code}/{path}")

    def _in_short(self) -> Words:
        said = {}
        for locale in self.edition.locales:
            results = "; ".join(locale.plain(one.name) for one in self._all("result"))
            said[locale.code] = locale.words(
                "A public service. Provider: {provider}. Result: {result}.",
                provider=locale.plain(self.record.standard.provider),
                result=results or "–",
            )
        return said

    def _all(self, fact: str) -> Iterator[Any]:
        """Yield the values of a fact, in the order of the text."""
        for clause in self.text.walk():
            value = getattr(clause.facts, fact)
            yield from value

    def _line(self, fact: str, value: object) -> Words:
        """Say a value in each language."""
        said = {code: plain(LINES[fact](one, value)) for code, one in self._contexts.items()}
        return {code: words for code, words in said.items() if words}

    def _coded(self, codes: str, code: str) -> Words:
        return {locale.code: locale.coded(codes, code) for locale in self.edition.locales}

    def _part(self, name: str, kind: str, says: Iterable[Said], identifier: str = "") -> Node:
        """Return a node of this service's own, which says its id first."""
        own = Literal(identifier or f"{self.record.id}-{name}")
        return Node(f"{self._iri}#{name}", kind, [("dct:identifier", own), *says])

    def _concept(self, codes: str, code: str) -> Node:
        """Return a code of a list with its official name."""
        iri = f"{self._iri}#{codes}-{code}"
        name = spoken("skos:prefLabel", self._coded(codes, code))
        return Node(iri, "skos:Concept", [("skos:notation", Literal(code)), *name])

    def _act(self) -> Iterator[Node]:
        adopted = self.text.adopted
        if adopted:
            says = [
                *spoken("dct:title", adopted.act),
                ("eli:date_document", Literal(adopted.on.isoformat(), datatype="xsd:date")),
                (
                    "eli:first_date_entry_in_force",
                    Literal(adopted.in_force.isoformat(), datatype="xsd:date"),
                ),
            ]
            yield self._part("act", "eli:LegalResource", says)

    def _event(self) -> Node:
        code = self.record.standard.life_event
        iri = f"{self.edition.site_url}{addresses.CATALOGUE}#life-event-{code}"
        title = spoken("dct:title", self._coded("life-event", code))
        kind = "cv:BusinessEvent" if code == "business" else "cv:LifeEvent"
        return Node(iri, kind, [("dct:identifier", Literal(code)), *title])

    def _participation(self) -> Iterator[Node]:
        """Yield the part that the provider takes, who that is, and what the part is called."""
        provider = self.record.standard.provider
        agent = self._part("provider", "foaf:Agent", spoken("dct:title", provider))
        words = {one.code: one.words("Provider") for one in self.edition.locales}
        role = Node(
            f"{self._iri}#role-provider", "skos:Concept", [*spoken("skos:prefLabel", words)]
        )
        says = [
            *spoken("dct:description", words),
            ("cv:role", Ref(role.iri)),
            ("cv:hasParticipant", Ref(agent.iri)),
        ]
        yield self._part("participation", "cv:Participation", says)
        yield agent
        yield role

    def _channels(self) -> Iterator[Node]:
        """Yield each way to apply once, and what it is called."""
        found: dict[str, list[ChannelCase]] = {}
        for value in self._all("channels"):
            cases = found.setdefault(code_of(value), [])
            if isinstance(value, ChannelCase):
                cases.append(value)
        for code, cases in found.items():
            kind = self._concept("channel", code)
            says: list[Said] = [("dct:type", Ref(kind.iri))]
            for case in cases:
                says += spoken("dct:description", case.for_)
            says += self._terms(code)
            yield self._part(f"way-{code}", "cv:Channel", says)
            yield kind

    def _terms(self, channel: str) -> Iterator[Said]:
        """Say how long the service takes, by all ways or by one.

        A term that holds for some cases alone, or counts working days, stands in words.
        """
        terms = [one for one in self._all("term") if _is_of(one, channel)]
        for one in terms:
            yield from spoken("talqy:term", self._line("term", one))
        if len(terms) != 1 or terms[0].condition:
            return
        (term,) = terms
        if term.unit == "working-day":
            yield "talqy:workingDays", Literal(str(term.amount), datatype="xsd:integer")
        elif form := _DURATIONS.get(term.unit):
            length = Literal(form.format(term.amount), datatype="xsd:duration")
            yield "cv:processingTime", length

    def _costs(self) -> Iterator[Node]:
        unit = self.edition.register.project.fee_unit
        year = self.edition.price_year(self.record, self.text)
        for number, fee in enumerate(self._all("fee"), 1):
            says: list[Said] = [*spoken("dct:description", self._line("fee", fee))]
            says += _sum(fee, unit.in_tenge(fee.cost, year) if unit else None)
            yield self._part(f"cost-{number}", "cv:Cost", says)

    def _outputs(self) -> Iterator[Node]:
        for number, result in enumerate(self._all("result"), 1):
            yield self._part(f"output-{number}", "cv:Output", spoken("dct:title", result.name))

    def _evidence(self) -> Iterator[Node]:
        """Yield the documents; clauses may name one twice."""
        found = {one.id: one for one in self._all("documents")}
        for name, one in found.items():
            says = [
                *spoken("dct:title", one.name),
                *spoken("dct:description", one.condition or {}),
                ("cv:supportsRequirement", Ref(f"{self._iri}#documents")),
            ]
            yield self._part(f"document-{name}", "cv:Evidence", says)

    def _requirements(self, evidence: Sequence[Node]) -> Iterator[Node]:
        """Yield who may have the service, and that documents are needed."""
        for code in dict.fromkeys(self._all("recipients")):
            title = spoken("dct:title", self._coded("recipient", code))
            yield self._part(f"recipient-{code}", "cv:Requirement", title)
        if evidence:
            title = spoken("dct:title", self._coded("requirement-row", "documents"))
            yield self._part("documents", "cv:Requirement", title)

    def _rules(self, act: Sequence[Node]) -> Iterator[Node]:
        """Yield the grounds on which the service is refused."""
        for number, one in enumerate(self._all("refusal_grounds"), 1):
            says = [
                *spoken("dct:title", self._coded("refusal-ground", one.ground)),
                *spoken("dct:description", self._ground(one)),
                *refs("cpsv:implements", act),
            ]
            yield self._part(f"rule-{number}", "cpsv:Rule", says)

    def _ground(self, one: RefusalGround) -> Words:
        return one.text or self._coded("refusal-ground", one.ground)

    def _contacts(self) -> Iterator[Node]:
        for number, one in enumerate(self._all("contacts"), 1):
            page = web_ref(one.value) if one.kind == "website" else None
            if name := _CONTACTS.get(one.kind):
                says: list[Said] = [(name, Literal(one.value))]
            elif page:
                says = [("cv:contactPage", page)]
            else:
                continue
            yield self._part(f"contact-{number}", "cv:ContactPoint", says)

    def _status(self) -> Iterator[Node]:
        words = self._coded("stage", "adopted")
        yield Node(_IN_FORCE, "skos:Concept", [*spoken("skos:prefLabel", words)])


def _is_of(term: Term, channel: str) -> bool:
    return term.kind == "provision" and (term.channel or "") == channel


def _sum(fee: Fee, tenge: object) -> Iterator[Said]:
    """Say a sum in tenge, where the value of the unit is known; nothing is a sum, too."""
    value = 0 if not fee.cost else tenge
    if value is not None:
        yield "cv:hasValue", Literal(f"{value}.0", datatype="xsd:double")
        yield "cv:currency", Ref(_TENGE)


def _has_value(cost: Node) -> bool:
    return any(name == "cv:currency" for name, _ in cost.says)
