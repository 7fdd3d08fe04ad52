"""The script of a text that only its language and region are known of."""

_SCRIPTS = """
az Latn IQ-Arab IR-Arab RU-Cyrl
ha Latn CM-Arab SD-Arab
kk Cyrl AF-Arab CN-Arab IR-Arab MN-Arab
ku Latn AM-Cyrl AZ-Cyrl GE-Cyrl IQ-Arab IR-Arab LB-Arab TM-Cyrl
ky Cyrl CN-Arab TR-Latn
mn Cyrl CN-Mong
ms Latn CC-Arab
nan Hans MO-Hant TW-Hant
pa Guru PK-Arab
sd Arab IN-Deva
sr Cyrl ME-Latn RO-Latn TR-Latn
tg Cyrl PK-Arab
ug Arab KZ-Cyrl MN-Cyrl
uz Latn AF-Arab CN-Cyrl
yue Hant CN-Hans
zh Hans AU-Hant BN-Hant GB-Hant GF-Hant HK-Hant ID-Hant MO-Hant PA-Hant PF-Hant PH-Hant SR-Hant TH-Hant
 TW-Hant US-Hant VN-Hant
""".replace("\n ", " ")
"""Languages with the script that most of their texts have, and the regions that have another one.

Source: Unicode Common Locale Data Repository, likely subtags; those languages whose regions differ.
"""

_LIKELY = {line[0]: (line[1], *line[2:]) for line in map(str.split, _SCRIPTS.strip().splitlines())}


def script_of_tag(tag: str) -> str:
    """Return the script that a canonical tag says, or else the likely one of its texts.

    It is empty where all texts of the language are in one script.
    """
    first, *rest = tag.split("-")
    for part in rest:
        if len(part) == 4 and part.istitle():
            return part
    usual, *others = _LIKELY.get(first, ("",))
    told = (pair.partition("-") for pair in others)
    return next((script for region, _, script in told if region in rest), usual)
