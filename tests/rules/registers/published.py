"""A few published ends of support for tests of rules, so that a refresh of the real ones changes no test."""

from datetime import date

from guardbook.rules.registers.endings.published import Edition, Endings, Extended, Product, Release
from guardbook.rules.registers.reference import Reference
from guardbook.rules.verdict import Confidence

LOOKED_ON = date(2026, 8, 22)
HOME, ENTERPRISE = Edition.HOME_PRO, Edition.ENTERPRISE
_SOLD = (
    Extended(date(2028, 10, 10)),
    Extended(date(2026, 10, 13), "commercial year 1", Confidence.MEMORY),
    Extended(date(2027, 10, 12), "commercial year 2", Confidence.MEMORY),
)
WINDOWS = Product(
    "windows",
    "Windows",
    LOOKED_ON,
    (
        Release("11 25H2", date(2028, 10, 10), edition=ENTERPRISE),
        Release("11 25H2", date(2027, 10, 12), edition=HOME),
        Release("11 24H2", date(2027, 10, 12), edition=ENTERPRISE),
        Release("11 24H2", date(2026, 10, 13), edition=HOME),
        Release("10 22H2", date(2025, 10, 14), extended=_SOLD),
    ),
    asks="Open Start, Settings, System and About.",
)
IOS = Product("ios", "iOS", LOOKED_ON, (Release("26"), Release("18"), Release("17", date(2025, 5, 13))))
ANDROID = Product("android", "Android", LOOKED_ON, (Release("15"), Release("13", date(2026, 3, 2))))
OFFICE = Product(
    "office", "Microsoft Office", LOOKED_ON, (Release("2024", date(2029, 10, 9)), Release("2016", date(2025, 10, 14)))
)
PHONES = Product(
    "samsung-mobile",
    "Samsung phone",
    LOOKED_ON,
    (Release("Galaxy A54 5G", date(2028, 3, 24)), Release("Galaxy A40", is_over=True)),
)
IPHONES = Product("iphone", "Apple iPhone", LOOKED_ON, (Release("iPhone 14"), Release("iPhone 8", date(2025, 3, 31))))
CLOUD = Product(
    "microsoft-365",
    "Microsoft 365",
    LOOKED_ON,
    (Release("Microsoft 365", called=("Office 365", "M365")),),
    updates_itself=True,
)
REFERENCE = Reference(
    endings=Endings({each.key: each for each in (WINDOWS, IOS, ANDROID, OFFICE, PHONES, IPHONES, CLOUD)})
)
