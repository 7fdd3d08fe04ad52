"""Turkish.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    ayetullah aziz azize bay bayan bey emir hacı haham hanım imam imparator imparatoriçe kardinal kral kraliçe
    papa piskopos prens prenses sultan şeyh
    """.split()
)

ROLES = frozenset(
    """
    albay antrenör av bakan bakanı başbakan başkan başkanı binbaşı cumhurbaşkanı direktör doktor doç dr
    general lider lideri milletvekili müdür müdürü prof profesör sayın sekreter senatör sözcü sözcüsü teknik
    teğmen vali yüzbaşı şansölye
    """.split()
)

PARTICLES = frozenset(
    """
    al ben bin bint da de del den der di du ebu el ibn la le van von
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    al bin el ibn
    """.split()
)

CALENDAR = frozenset(
    """
    aralık ağustos cuma cumartesi ekim eylül haziran kasım mart mayıs nisan noel ocak pazar pazartesi perşembe
    ramazan salı temmuz çarşamba şubat
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    acaba ama ancak artık aynı bana bazı ben beni benim bile bir biri birçok biz bizim bu buna bunda bundan
    bunlar bunu bunun böyle da daha dahi de değil diye diğer dolayı en fakat gibi göre hangi hem henüz hep
    hepsi her herkes hiç hâlâ ile ise için işte kadar karşı kendi kendisi ki kim mi mu mü mı nasıl ne neden
    nerede o olan olarak oldu olduğu olduğunu on ona ondan onlar onların onu onun rağmen sadece sana sen siz
    sonra tarafından tüm var ve veya ya yani yine yok zaten çok çünkü önce üzere şey şu şöyle
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    alb av bkz cad doç dr gen mad mah org prof sn sok vb vs yrd yy
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    cilt md no s sf
    """.split()
)

PROFILE = Profile(
    Language(
        "tr",
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
