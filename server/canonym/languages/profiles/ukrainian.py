"""Ukrainian.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    архієпископ аятола граф графиня емір кардинал княгиня князь королева король митрополит отець пан пана пані
    папа патріарх принц принцеса рабин свята святий султан цар цариця шейх єпископ імам імператор імператриця
    """.split()
)

ROLES = frozenset(
    """
    генерал голова голови губернатор депутат депутатка директор директорка доктор канцлер капітан лейтенант
    майор мер міністр міністра полковник президент президента прем'єр прем'єр-міністр професор професорка
    секретар сенатор тренер
    """.split()
)

PARTICLES = frozenset(
    """
    абу аль бен бін бінт ван да де дель ден дер дю ді ель ла ле фон ібн
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    аль бін ель ібн
    """.split()
)

CALENDAR = frozenset(
    """
    березень березня великдень вересень вересня вівторка вівторок грудень грудня жовтень жовтня квітень квітня
    липень липня листопад листопада лютий лютого неділю неділя неділі п'ятницю п'ятниця п'ятниці понеділка
    понеділок рамадан різдво середа середи середу серпень серпня субота суботи суботу січень січня травень
    травня червень червня четвер четверга
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    а або але без би був була були було бути в вам вас ви вона вони воно все всі всіх від він да де для до ж з
    за зі й його йому коли крім ли мене мені ми між на над нам нас не нею неї ним них ну ні о об по при про
    під після та так також там те тим то того тому тут у уже хто це цей цих цього ця ці чи чим що щоб я як яка
    яке який яких якої якщо які є і із їй їх її
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    акад вул ген грн див млн млрд просп проф р рр ст т.д т.п тис ім
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    гл п рис с ст стор табл
    """.split()
)

PROFILE = Profile(
    Language(
        "uk",
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
