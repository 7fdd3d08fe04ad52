"""Polish.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    ajatollah arcybiskup biskup brat cesarz emir hrabia imam kardynał król królowa ksiądz książę księżna
    ojciec pan pana panem pani panu papież państwo rabin siostra sułtan szejk św święta święty
    """.split()
)

ROLES = frozenset(
    """
    burmistrz dr dyrektor generał gubernator inż kanclerz kapitan ks major mgr minister ministra porucznik
    poseł posłanka premier premiera prezydent prezydenta prof przewodnicząca przewodniczący pułkownik
    rzeczniczka rzecznik sekretarz senator szef szefowa trener wiceprezydent
    """.split()
)

PARTICLES = frozenset(
    """
    abu al ben bin bint da de del den der di du el ibn la le van von
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    al bin el ibn
    """.split()
)

CALENDAR = frozenset(
    """
    czerwca czerwiec czwartek czwartku grudnia grudzień kwiecień kwietnia lipca lipiec listopad listopada
    lutego luty maj maja marca marzec niedziela niedzielę październik października piątek piątku poniedziałek
    poniedziałku ramadan sierpień sierpnia sobota sobotę styczeń stycznia wielkanoc wrzesień września wtorek
    wtorku środa środę
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    a aby albo ale ani aż bardzo bez bo by być był była było były co czy dla do gdy gdyż gdzie go i ich im jak
    jako je jednak jego jej jest jeszcze jeśli już kiedy kto która które którego której który których którzy
    lub ma mają mi między może można na nad nawet nich nie niego niej nim niż o od oraz po pod podczas
    ponieważ poza przed przez przy się są tak także tam te tego tej ten też to tu tych tylko tym u w we więc
    wszystkie wszystko z za zaś ze został została że żeby
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    al dr gen godz inż itd itp kpt ks m.in mgr mjr mld mln np ok pl por prof płk r red tys tzn tzw ul w św
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    art nr rys s str t ust
    """.split()
)

PROFILE = Profile(
    Language(
        "pl",
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
