"""Words and patterns that a child must not meet in a story (CONTENT.md 5, rules 5 to 7 and 14)."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{one})" for one in patterns), re.IGNORECASE)


BLAME = _any(
    r"\bpor (?:tont[oa]|confiad[oa]|ingenu[oa]|mandar la foto)\b",
    r"\bte lo (?:buscaste|mereces|merecías)\b",
    r"\b(?:tú|vos) te lo buscaste\b",
    r"\bdebiste\b",
    r"\bse lo merec",
    r"\blo provoc(?:ó|aste)\b",
)
FAULT = re.compile(r"\b(?:es|fue|era|sea|tienes|tenés) (?:toda )?(?:tu culpa|la culpa)|\btu culpa\b", re.IGNORECASE)
NO_FAULT = re.compile(r"\b(?:no|nada|nunca|jamás|ni|tampoco)\b[^.!?]{0,40}\bculpa\b", re.IGNORECASE)
SCARE = _any(
    r"\bsuicid\w*",
    r"\bviolaci[oó]n(?:es)?\b",
    r"\bviol(?:ada|ado|aron)\b",
    r"\bmuert[eoa]s?\b",
    r"\bmatar(?:te|la|lo|on)?\b",
    r"\bse acabó tu vida\b",
    r"\btu vida se acab",
    r"\b(?:foto|imagen|video|internet)\w*[^.!?]{0,40}\bpara siempre\b",
)
DEFEAT = _any(r"\bgame over\b", r"\bperdiste[.!]", r"\bfracas(?:o|aste)\b", r"\bhas perdido\b")
STATISTICS = _any(r"\d+ ?%", r"\bpor ciento\b", r"\b(?:un[oa]|\d+) de cada \w+", r"\bestadísticas?\b")
SEXUAL_YOUNG = _any(r"\bdesnud\w*", r"\bsexo\b", r"\bsexual\w*", r"\bporno\w*", r"\bpacks?\b")
SEXUAL = _any(r"\bporno\w*", r"\bpenetr\w*", r"\bmasturb\w*", r"\bgenital\w*", r"\bpene\b", r"\bvagina\b")
BRANDS = _any(
    r"\bwhats ?app\b", r"\bfacebook\b", r"\binstagram\b", r"\btik ?tok\b", r"\broblox\b",
    r"\bfree fire\b", r"\bfortnite\b", r"\bminecraft\b", r"\bdiscord\b", r"\btelegram\b",
    r"\bsnapchat\b", r"\byoutube\b", r"\btwitch\b", r"\bgoogle\b",
)  # fmt: skip
PHONE = re.compile(r"(?<![\d.])(?:\+?\d[\s.-]?){8,}|\b\d{4}[ .-]\d{4}\b|\b(?:1[15]\d\d|1[12][0-3])\b")
LINK = re.compile(
    r"https?:|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|gt|app|gg|es|io|me|ly)\b|[\w.]+@[\w.]+|(?<!\w)@\w{3,}",
    re.IGNORECASE,
)
VERDICT_ONLY = re.compile(r"^\W*(?:in)?correcto\b|^\W*(?:muy )?mal\b|^\W*error\b|^\W*equivocad", re.IGNORECASE)
STRANGERS = re.compile(r"\b(?:no hables|nunca hables|no hablés) con (?:desconocid|extrañ)", re.IGNORECASE)

VOSEO = re.compile(
    r"\bvos\b|\b(?:sos|tenés|podés|querés|sabés|hacés|decís|vení|contá|contale|decile|guardá|"
    r"bloqueá|pará|hacé|poné|pedí|buscá|mirá|avisá|respirá|pensá|elegí|andá|salí|tomá|dejá|"
    r"creés|debés|sentís|escribí|leé|hablá|llamá|cerrá|esperá|acordate|fijate|quedate)\b",
    re.IGNORECASE,
)
TUTEO = re.compile(
    r"\b(?:tú|eres|tienes|puedes|quieres|sabes|haces|dices|cuéntale|cuéntalo|dile|guárdalo|"
    r"bloquéalo|debes|sientes|piensas|crees|vienes|acuérdate|fíjate|quédate|contigo)\b",
    re.IGNORECASE,
)
