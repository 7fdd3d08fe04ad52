"""French.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    archevêque ayatollah baron baronne cardinal cheikh comte comtesse duc duchesse empereur frère imam
    impératrice pape prince princesse père rabbin reine roi saint sainte sire st ste sultan sœur émir évêque
    """.split()
)

ROLES = frozenset(
    """
    capitaine chancelier chancelière colonel directeur directrice docteur dr député députée entraîneur
    gouverneur général lieutenant m madame mademoiselle maire major me ministre mlle mm mme monsieur
    porte-parole pr premier première professeur président présidente secrétaire sénateur sénatrice
    """.split()
)

PARTICLES = frozenset(
    """
    abou al ben bin bint d da de del della den der des di du el ibn la le les van von
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    al bin el ibn
    """.split()
)

CALENDAR = frozenset(
    """
    août avril dimanche décembre février janvier jeudi juillet juin lundi mai mardi mars mercredi novembre
    noël octobre pâques ramadan samedi septembre vendredi
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    afin ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir c car ce cela ces cet
    cette ceux chaque comme d dans de depuis des deux dit donc dont du elle elles en encore entre est et eu
    eux fait il ils j je jusqu l la le les leur leurs lors lui m mais me moins même n ne ni nos notre nous on
    ont ou où par parce pas peu peut plus pour pourquoi qu quand que qui s sa sans se sera ses si son sont
    sous sur t tous tout toute toutes très un une vers vos votre vous y à était été être
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    av avr bd cf dr déc env etc ex févr janv juil m me mlle mm mme nov oct pr sept st ste
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    art fig n p pp vol
    """.split()
)

PROFILE = Profile(
    Language(
        "fr",
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
