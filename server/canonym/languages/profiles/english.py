"""English."""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    # Words that precede a name and do not belong to it, but may belong to another: King, Shah, St.
    """
    sir dame lord lady st saint father sister brother pope cardinal bishop archbishop imam sheikh sheik
    shaikh mullah maulana maulvi ayatollah hojatoleslam rabbi haji hajji sayyid syed king queen prince
    princess emperor empress sultan emir duke duchess count baron judge justice don dona comrade monsieur
    madame frau herr senor senora signor signora
    """.split()
)

ROLES = frozenset(
    # Words that precede a name and never belong to one; from the style books of news agencies.
    """
    mr mrs ms miss mx dr prof professor rev reverend president vice prime minister premier chancellor
    governor mayor senator congressman congresswoman representative secretary ambassador consul deputy
    chairman chairwoman chairperson chair chief head director commissioner speaker spokesman spokeswoman
    spokesperson leader commander general colonel major captain lieutenant sergeant constable inspector
    marshal admiral brigadier attorney coach manager striker midfielder defender goalkeeper winger skipper
    author singer actor actress former ex then acting late interim gen lt col maj capt cmdr sgt gov sen
    rep pres jr sr mme mlle
    """.split()
)

PARTICLES = frozenset(
    # Small words inside a person's name (Chicago Manual of Style, "Names with particles"; Arabic, Persian,
    # Romance, Dutch and German usage); not those that are English words as well: as, at, an.
    """
    de da do dos das du di del della delle dei degli la le les el al van von der den ter ten te zu zum zur
    af av bin ibn bint binti abu umm ben ul ud ur uz ad ash az e y
    """.split()
)

CALENDAR = frozenset(
    # Words with a capital in English that name nobody.
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec christmas easter ramadan eid
    """.split()
)

DRESSED_WORDS = frozenset(
    # Words that have a capital only by grammar or place.
    "i am pm tv ok".split()
)

CONTRACTED = frozenset(
    # The rest of a verb after an apostrophe: We're, It'd, Don't.
    "m re ve ll d s t".split()
)

FUNCTION_WORDS = frozenset(
    # Words that say nothing about a story: the closed classes of English and its commonest verbs.
    """
    a about after again against all also am an and any are as at be because been before being between both
    but by can could did do does doing down during each few for from further had has have having he her
    here hers herself him himself his how i if in into is it its itself just may me might more most must
    my myself no nor not now of off on once only or other our ours out over own s said same say says she
    should so some such t than that the their theirs them themselves then there these they this those
    through to too under until up upon very was we were what when where which while who whom why will with
    would you your yours
    """.split()
)

ABBREVIATIONS = frozenset(
    "mr mrs ms messrs dr prof st sr jr gen lt col maj capt cmdr sgt gov sen rep pres rev hon vs etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp bros u.s u.k u.n e.g i.e a.m p.m "
    "mt ft approx est al".split()
)

SMALL_IN_TITLES = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per the to up via vs with"
    " is are be not it its".split()
)

ORGANISATIONS = frozenset(
    """
    front party union league council committee commission ministry agency bank university college institute
    association federation company corporation group club court army police parliament congress assembly
    senate alliance movement post times news press office department authority fund foundation organisation
    organization
    """.split()
)

PLACES = frozenset(
    """
    valley river lake mount mountain mountains sea ocean bay gulf island islands province district region
    county city town village street road avenue square airport desert peninsula strait republic state states
    kingdom
    """.split()
)

PROFILE = Profile(
    Language(
        "en",
        titles=TITLES,
        roles=ROLES,
        particles=PARTICLES,
        leading_particles=frozenset(("al", "el", "bin", "ibn")),
        calendar=CALENDAR,
        dressed_words=DRESSED_WORDS,
        contracted=CONTRACTED,
        function_words=FUNCTION_WORDS,
        abbreviations=ABBREVIATIONS,
        abbreviations_before_figures=frozenset("no nos fig vol p pp art sec".split()),
        small_in_titles=SMALL_IN_TITLES,
    ),
    data="en",
    organisations=ORGANISATIONS,
    places=PLACES,
)
