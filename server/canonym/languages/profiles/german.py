"""German.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    ajatollah baron baronin bischof bruder emir erzbischof frau fürst fürstin graf gräfin herr herzog herzogin
    imam kaiser kaiserin kardinal könig königin papst pater prinz prinzessin rabbi sankt scheich schwester st
    sultan
    """.split()
)

ROLES = frozenset(
    """
    bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin chef chefin direktor direktorin dr general
    hauptmann kanzler kanzlerin leutnant major minister ministerin ministerpräsident ministerpräsidentin
    oberst premierminister premierministerin prof präsident präsidentin senator senatorin sprecher sprecherin
    trainer trainerin vorsitzende vorsitzenden vorsitzender
    """.split()
)

PARTICLES = frozenset(
    """
    abu al ben bin bint da de del della den der di du el ibn la le van vom von zu zum zur
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    al bin el ibn
    """.split()
)

CALENDAR = frozenset(
    """
    april august dezember dienstag donnerstag februar freitag januar juli juni jänner mai mittwoch montag märz
    november oktober ostern pfingsten ramadan samstag september sonnabend sonntag weihnachten
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    aber alle als also am an andere auch auf aus bei beim bis da damit dann das dass dem den denn der des die
    dies diese diesem diesen dieser dieses doch durch ein eine einem einen einer eines er es für gegen habe
    haben hat hatte hatten ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist jetzt kann kein keine können
    mehr mich mit nach nicht noch nun nur ob oder ohne sagte schon sehr sei sein seine seinem seinen seiner
    seit sich sie sind so um und uns unter vom von vor war waren was weil wenn wer werden wie wieder wir wird
    wo wurde wurden zu zum zur zwischen über
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    apr aug bzw ca d.h dez dipl dr evtl feb fr geb gest ggf hr hrsg ing inkl jan max min mio mrd nov o.ä okt
    prof sept sog st str u.a usw vgl z.b z.t
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    abs art bd kap nr s
    """.split()
)

PROFILE = Profile(
    Language(
        "de",
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
