"""Sentences as municipal notes write them, with what they hand over, and those that only look like it."""

from __future__ import annotations

from samsyn.matters.models import HandOverKind

STEERING, LEADERS, HEADS, OWN, CENTRES, STRATEGIC, DIGITAL, SOCIAL = 1, 2, 3, 4, 5, 6, 7, 8

MOVED, MESSAGE, TASK = HandOverKind.PASSED_ON, HandOverKind.MESSAGE, HandOverKind.ASSIGNED
ASKED, GUEST = HandOverKind.PROPOSED_TO, HandOverKind.INVITATION
TIME, TOLD = HandOverKind.MORE_TIME, HandOverKind.REPORT_BACK

# What is said, how binding it is, in which way it goes on, and to whom.
HANDED = [
    # Verbs of moving, active and passive, the receiver behind the object or before the verb.
    ("Arbetsgruppen hänskjuter frågan om lokaler till styrgruppen.", "decision", MOVED, STEERING),
    (
        "Frågan om barn som bor på två orter lämnas till Skolchefsnätverket.",
        "information",
        MOVED,
        HEADS,
    ),
    ("Eftersom vi inte äger frågan skickas den till Socialchefsgruppen.", "information", MOVED, SOCIAL),
    ("Till styrgruppen skickar vi med att lokalerna inte räcker.", "information", MESSAGE, STEERING),
    (
        "Synpunkterna vidarebefordras till Socialchefsgruppen inför nästa termin.",
        "information",
        MOVED,
        SOCIAL,
    ),
    (
        "Gruppen återremitterar texten till Beredningsgrupp digitalisering.",
        "decision",
        MOVED,
        DIGITAL,
    ),
    ("Frågan eskaleras till styrgruppen.", "next_step", MOVED, STEERING),
    ("Underlaget överlämnas till skolcheferna för vidare beredning.", "next_step", MOVED, HEADS),
    ("Vi lyfter avgifterna med Socialchefsgruppen.", "assignment", MOVED, SOCIAL),
    ("Siv tar med sig synpunkterna till Ledningsnätverket.", "assignment", MOVED, LEADERS),
    ("Siv för frågan vidare till ordföranden i styrgruppen.", "assignment", MOVED, STEERING),
    ("Ärendet bör upp i styrgruppen före jul.", "information", MOVED, STEERING),
    ("Vi behöver ta detta vidare till skolcheferna.", "information", MOVED, HEADS),
    (
        "Frågan ska föras upp på dagordningen för styrgruppens möte.",
        "agreed_outcome",
        MOVED,
        STEERING,
    ),
    ("Frågan är hänskjuten till styrgruppen.", "information", MOVED, STEERING),
    ("Ärendet hänsköts till styrgruppen.", "decision", MOVED, STEERING),
    ("Förslaget skickas på remiss till Socialchefsgruppen.", "next_step", MOVED, SOCIAL),
    ("Utkastet föredras för styrgruppen i maj.", "next_step", MOVED, STEERING),
    ("Förslaget förankras hos skolcheferna.", "next_step", MOVED, HEADS),
    ("Frågan diskuteras vidare i Ledningsnätverket.", "information", MOVED, LEADERS),
    ("Saken landar hos styrgruppen.", "information", MOVED, STEERING),
    # Receivers in partial and definite forms.
    ("Frågan skickas till den strategiska gruppen.", "next_step", MOVED, STRATEGIC),
    ("Frågan lyfts i strategiska samverkansgruppen.", "next_step", MOVED, STRATEGIC),
    ("Frågan skickas till familjecentralsnätverket.", "next_step", MOVED, CENTRES),
    ("Frågan går till beredningsgruppen.", "next_step", MOVED, DIGITAL),
    ("Nätverket för familjecentraler får frågan.", "agreed_outcome", TASK, CENTRES),
    ("Vi tar upp frågan på socialchefernas möte i maj.", "next_step", MOVED, SOCIAL),
    # Asked: the body is the object of a verb.
    ("Gruppen ber styrgruppen att ta ställning före sommaren.", "decision", ASKED, STEERING),
    ("Vi ber Beredningsgrupp digitalisering om en tidplan.", "assignment", ASKED, DIGITAL),
    ("Arbetsgruppen rekommenderar styrgruppen att avsluta försöket.", "proposal", ASKED, STEERING),
    ("Gruppen uppdrar åt Socialchefsgruppen att ta fram en rutin.", "decision", ASKED, SOCIAL),
    ("Gruppen ger Beredningsgrupp digitalisering i uppdrag att räkna.", "decision", ASKED, DIGITAL),
    ("Ulla frågar Socialchefsgruppen hur de gör i dag.", "assignment", MOVED, SOCIAL),
    ("Ulla begär ett yttrande från Ledningsnätverket.", "assignment", MOVED, LEADERS),
    ("Vi önskar besked från styrgruppen.", "need", MOVED, STEERING),
    # Told to: the body is the subject of a clause.
    ("Beredningsgruppen ombeds att återkomma med en kostnad.", "agreed_outcome", TASK, DIGITAL),
    ("Nu får styrgruppen ta ställning.", "information", TASK, STEERING),
    ("Därför bör skolcheferna svara på hur det är tänkt.", "information", TASK, HEADS),
    ("Socialchefsgruppen ansvarar för att ta fram ett förslag.", "agreed_outcome", TASK, SOCIAL),
    ("Gruppen kom överens om att Socialchefsgruppen tar fram ett utkast.", "agreed_outcome", TASK, SOCIAL),
    ("Habiliteringen och Skolchefsnätverket skriver en gemensam rutin.", "decision", TASK, HEADS),
    ("Beredningsgruppen får mer tid, till och med mars.", "information", TASK, DIGITAL),
    ("Frågan är svår, och styrgruppen får avgöra den.", "information", TASK, STEERING),
    # Reported: the body hears how it goes.
    ("Styrgruppen får en delrapport i december.", "information", TOLD, STEERING),
    ("Ulla redovisar utfallet för den strategiska gruppen i juni.", "information", TOLD, STRATEGIC),
    ("Ulla återkopplar till Skolchefsnätverket i oktober.", "assignment", TOLD, HEADS),
    ("Resultatet återrapporteras till styrgruppen senast i mars.", "next_step", TOLD, STEERING),
    ("Skolcheferna får besked före sommaren.", "information", TOLD, HEADS),
    # Labels and nouns.
    ("Medskick till Ledningsnätverket: Börja med de minsta barnen.", "information", MESSAGE, LEADERS),
    ("Till styrgruppen: Vem äger frågan om lokaler?", "information", MESSAGE, STEERING),
    ("Uppdrag till Beredningsgrupp digitalisering att jämföra tre lösningar.", "assignment", MOVED, DIGITAL),
    ("Önskemål till skolcheferna om en gemensam studiedag.", "information", MOVED, HEADS),
    ("Fråga till Socialchefsgruppen om jourhemmen.", "information", MOVED, SOCIAL),
    # More time.
    ("Ärendet bordläggs.", "postponement", TIME, OWN),
    ("Frågan bordlades till nästa möte.", "postponement", TIME, OWN),
    ("Punkten skjuts upp till nästa möte.", "postponement", TIME, OWN),
    ("Vi hann inte med frågan, den tas upp igen nästa gång.", "information", TIME, OWN),
    ("Frågan tas upp på nytt vid nästa möte.", "next_step", TIME, OWN),
    ("Gruppen behöver mer tid och fortsätter diskussionen vid nästa möte.", "next_step", TIME, OWN),
    ("Arbetsgruppen återkommer till frågan i höst.", "information", TIME, OWN),
]

HANDED += [
    ("Det åligger Skolchefsnätverket att få med alla kommuner.", "information", ASKED, HEADS),
    ("Mötet gav Socialchefsgruppen i uppdrag att skriva en rutin.", "decision", ASKED, SOCIAL),
    ("Uppdragsbeskrivningen är mogen för styrgruppen.", "information", MOVED, STEERING),
    ("Skolchefsnätverket inbjuds att lämna synpunkter.", "information", TASK, HEADS),
    ("Styrgruppen får fördela pengarna.", "information", TASK, STEERING),
    ("Saken behandlas på nytt vid gruppens möte i maj.", "information", TIME, OWN),
    ("Det beslutades att låta saken vila och ta ny ställning i september.", "decision", TIME, OWN),
    ("Frågan parkeras till januari.", "information", TIME, OWN),
]

# Receivers that no register knows, by whose they are or by what they are called.
OFFICES = [
    (
        "Frågan överlämnas till regionens hälso- och sjukvårdsnämnd.",
        MOVED,
        "regionens hälso- och sjukvårdsnämnd",
    ),
    ("Ärendet remitteras till länets juristnätverk.", MOVED, "länets juristnätverk"),
    ("Den går nu ut till kommunstyrelserna för underskrift.", MOVED, "kommunstyrelserna"),
    ("Folkhälsoenheten ombeds att ta fram siffror.", TASK, "Folkhälsoenheten"),
    ("Vi ber regionens upphandlingsenhet om besked.", MOVED, "regionens upphandlingsenhet"),
]

# Invitations and questions to somebody outside.
OUTSIDE = [
    ("Arbetsgruppen bjuder in Skolinspektionen till nästa möte.", GUEST, "Skolinspektionen"),
    ("Folktandvården bjuds in till mötet i maj.", GUEST, "Folktandvården"),
    ("Siv bjuder in Gymnasieantagningen till mötet i mars.", GUEST, "Gymnasieantagningen"),
    ("Siv kontaktar Försäkringskassan om blanketten.", MOVED, "Försäkringskassan"),
    ("Siv frågar Integritetsskyddsmyndigheten om det är lagligt.", MOVED, "Integritetsskyddsmyndigheten"),
    ("Frågan ställs till Socialstyrelsen.", MOVED, "Socialstyrelsen"),
]

# Told of, denied, thought of, or a task of one person within the body.
NOTHING = [
    ("Frågan lyftes till styrgruppen i fjol.", "information"),
    ("Styrgruppen har fått frågan två gånger.", "information"),
    ("Vi har redan skickat frågan till Socialchefsgruppen.", "information"),
    ("Socialchefsgruppen gav oss i uppdrag att beskriva läget.", "assignment"),
    ("Socialchefsgruppen frågar hur vi gör.", "information"),
    ("Skolcheferna vill veta vem som betalar.", "need"),
    ("Skolchefsnätverket har svarat att de ansvarar.", "information"),
    ("Svaret från styrgruppen har inte kommit.", "information"),
    ("Underlaget från Beredningsgrupp digitalisering gicks igenom.", "information"),
    ("Siv sitter i beredningsgruppen som jämför plattformar.", "information"),
    ("Siv berättade om styrgruppens möte.", "information"),
    ("Gruppen avstår från att lyfta frågan till styrgruppen.", "decision"),
    ("Frågan behöver inte gå till styrgruppen.", "information"),
    ("Ingen fråga skickas vidare till styrgruppen.", "information"),
    ("Om det inte räcker lyfts frågan till styrgruppen.", "information"),
    ("Kanske bör styrgruppen ta ställning.", "information"),
    ("Bör frågan lyftas till styrgruppen?", "question"),
    ("Siv tar fram ett förslag till nästa möte.", "assignment"),
    ("Siv samlar in svaren och återkommer på nästa möte.", "assignment"),
    ("Siv skickar kallelsen till gruppen.", "assignment"),
    ("Bordlagd sedan i oktober.", "postponement"),
    ("De nationella proven skjuts upp igen.", "postponement"),
    ("Frågan ligger utanför uppdraget.", "information"),
    ("Frågan är avslutad och tas inte upp igen.", "decision"),
    ("Modellen prövas i Södra Barn från januari.", "decision"),
    ("Siv hälsade från Socialchefsgruppen.", "information"),
    ("Styrgruppen består av nio personer.", "information"),
    ("Styrgruppen beslutade i mars att försöket fortsätter.", "information"),
    ("I oktober skickade vi frågan till styrgruppen.", "information"),
    ("Vårt medskick till styrgruppen fick inget svar.", "information"),
    ("Ordföranden tackade Socialchefsgruppen för underlaget.", "information"),
    ("Representanter från Skolchefsnätverket deltog.", "information"),
    ("Arbetet görs tillsammans med Skolchefsnätverket.", "information"),
    ("Siv rapporterade från styrgruppen.", "information"),
]
