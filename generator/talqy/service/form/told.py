"""What is said where there is no form to show."""

from dataclasses import dataclass

from talqy.service.form.frame import ServiceFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """What `service/told.html` may use; `lost` are words that people may want to copy."""

    frame: ServiceFrame
    notice: str
    lost: tuple[str, ...]
