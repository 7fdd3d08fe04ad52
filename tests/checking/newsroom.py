"""The corpus that the tests of the checks share: five articles that tell one story."""

ARTICLES = (
    "The commander Ahmad Shah Massoud held the valley of Panjshir against the army for years. Massoud was"
    " killed two days before the attacks on New York. The anti-Taliban alliance wept for him.",
    "In the valley of Panjshir a tomb was built for Ahmad Shah Massoud, whom many call the lion. The"
    " president came to the tomb with forty guests.",
    "His son Ahmad Massoud leads the fighters of Panjshir now, he told the paper. In an interview Massoud"
    " asked the West for help against the Taliban. The anti-Taliban fighters need guns.",
    "The spokesman said that Ahmad Massoud, like Amrullah Saleh, had left the valley of Panjshir for"
    " Tajikistan. The Taliban were in Kabul by noon.",
    "Amrullah Saleh was vice president in Kabul for a year. In a letter Saleh wrote that the anti-Taliban"
    " fighters were in the north of Panjshir.",
)
