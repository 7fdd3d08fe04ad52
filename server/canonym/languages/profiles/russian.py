"""Russian.

Days and months are those of CLDR (Babel 2.19). The other lists are closed classes and usual abbreviations,
written from memory.
"""

from canonym.languages.profile import Profile
from canonym.text.language import Language

TITLES = frozenset(
    """
    архиепископ аятолла господин госпожа граф графиня епископ имам император императрица кардинал княгиня
    князь королева король митрополит отец папа патриарх принц принцесса раввин святая святой султан царица
    царь шейх эмир
    """.split()
)

ROLES = frozenset(
    """
    генерал глава главы губернатор депутат директор доктор канцлер капитан лейтенант майор министр министра
    мэр полковник председатель президент президента премьер премьер-министр профессор секретарь сенатор тренер
    """.split()
)

PARTICLES = frozenset(
    """
    абу аль бен бин бинт ван да де дель ден дер ди дю ибн ла ле фон эль
    """.split()
)

LEADING_PARTICLES = frozenset(
    """
    аль бин ибн эль
    """.split()
)

CALENDAR = frozenset(
    """
    август августа апрель апреля воскресенье воскресенья вторник вторника декабрь декабря июль июля июнь июня
    май март марта мая ноябрь ноября октябрь октября пасха понедельник понедельника пятница пятницу пятницы
    рамадан рождество сентябрь сентября среда среду среды суббота субботу субботы февраль февраля четверг
    четверга январь января
    """.split()
)

FUNCTION_WORDS = frozenset(
    """
    а без бы был была были было быть в вам вас во вот все всех всё вы где да даже для до его ее если есть еще
    ещё её же за и из или им их к как ко когда которая которого которое которой которые который которых кто ли
    между меня мне мы на над нас не него нее нет неё ни них но ну о об он она они оно от по под после потому
    при про с сам себя со так также там тем то того тоже только том у уже хотя чем что чтобы эта эти это этого
    этой этом этот я
    """.split()
)

ABBREVIATIONS = frozenset(
    """
    акад г гг ген гр др им млн млрд полк пр проф руб см ср т.д т.е т.п тыс ул
    """.split()
)

ABBREVIATIONS_BEFORE_FIGURES = frozenset(
    """
    гл п рис с ст стр табл
    """.split()
)

PROFILE = Profile(
    Language(
        "ru",
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
