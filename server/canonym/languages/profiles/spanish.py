"""Spanish.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    arzobispo ayatolá baronesa barón cardenal conde condesa don doña duque duquesa emir emperador emperatriz
    fray imán jeque obispo padre papa princesa príncipe rabino reina rey san santa santo sor sultán
    """.split()
)

ROLES = frozenset(
    """
    alcalde alcaldesa canciller capitán coronel diputada diputado director directora doctor doctora dr dra
    entrenador entrenadora general gobernador gobernadora mayor ministra ministro portavoz presidenta
    presidente primer primera profesor profesora secretaria secretario senador senadora señor señora señorita
    sr sra srta teniente
    """.split()
)

PARTICLES = frozenset(
    """
    abu al ben bin bint da das de del den der di do dos e el ibn la las los van von y
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    al bin el ibn
    """.split()
)

CALENDAR = frozenset(
    """
    abril agosto diciembre domingo enero febrero jueves julio junio lunes martes marzo mayo miércoles navidad
    noviembre octubre pascua ramadán septiembre setiembre sábado viernes
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    a al algo antes aquel así aunque aún cada como con contra cual cuando de del desde después dijo donde
    durante e el ella ellas ellos en entre era es esa ese eso esta estaba este esto estos está están fue
    fueron ha había habían han hasta hay la las le les lo los me mi mientras muy más ni no nos nosotros o otra
    otras otro otros para pero poco por porque que quien qué se sea según ser si sido sin sino sobre son su
    sus sí también tan tanto te tiene tienen todo todos tras un una uno unos y ya yo él
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    abr ago cnel d dic dr dra dña ee.uu ene etc feb gral ing jul jun lic mar nov oct prof sept sr sra srta st
    sta
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    art fig n núm p pp pág págs vol
    """.split()
)

PROFILE = Profile(
    Language(
        "es",
        titles=TITLES,
        roles=ROLES,
        particles=PARTICLES,
        leading_particles=LEADING_PARTICLES,
        calendar=CALENDAR,
        function_words=FUNCTION_WORDS,
        abbreviations=ABBREVIATIONS,
        abbreviations_before_figures=ABBREVIATIONS_BEFORE_FIGURES,
    )
)
