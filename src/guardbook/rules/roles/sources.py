"""Where the rules about roles come from: titles and addresses a person can look up."""

SECTOR_GUIDE = (
    "Skills for Care, cyber security and data protection roles; Digital Care Hub guide, version 8, January 2024"
)
TOOLKIT_FAQ = (
    "https://digitalcarehub.reech.site/faqs/what-data-security-and-protection-roles-should-care-providers-have"
)
TOOLKIT_STAFFING = "https://www.digitalcarehub.co.uk/dspt/answer-dspt-questions/staffing-and-roles/"
DPO_FAQ = "https://www.digitalsocialcare.co.uk/faqs/do-i-need-a-data-protection-officer/"
UK_GDPR_37 = "https://www.legislation.gov.uk/eur/2016/679/article/37"
UK_GDPR_38 = "https://www.legislation.gov.uk/eur/2016/679/article/38"
UK_GDPR_39 = "https://www.legislation.gov.uk/eur/2016/679/article/39"
DPA_2018_7 = "https://www.legislation.gov.uk/ukpga/2018/12/section/7"
FOIA_6 = "https://www.legislation.gov.uk/ukpga/2000/36/section/6"
DPO_GUIDELINES = "https://www.rpc.co.uk/snapshots/data-protection/data-protection-officers-wp29-guidelines/"
DPO_CONFLICTS = "https://ip-four.co.uk/docs/what-are-the-legal-requirements-for-the-dpo-role/"
VOLUNTARY_DPO = "https://www.sovy.com/blog/kb/data-protection-officers/"
NDG_GUIDANCE = "https://www.ukcgc.uk/news/blog-post-title-two-hxp8w"
NDG_SUMMARY = "https://www.lexology.com/library/detail.aspx?g=f3f66549-b3ba-44ae-beb7-efe9008215a7"
NDG_CARE = "https://beta.digitisingsocialcare.co.uk/news/caldicott-guardians-what-social-care-providers-need-know-about-need-know"
CG_MANUAL = "https://www.ukcgc.uk/manual/responsibilities"
CG_AND_SIRO = "https://bls-staycompliant.co.uk/news/caldicott-guardian-and-siro-why-one-person-cant-do-it-all/"
ODS_FORMS = "https://digital.nhs.uk/services/organisation-data-service/services-provided-by-the-organisation-data-service/organisation-data-service-forms"
CQC_ABSENCE = "https://www.legislation.gov.uk/uksi/2009/3112/regulation/14"
OUR_CHOICE = "Guardbook's own choice, which you may change"
PRACTICE = "Professional knowledge, not checked again"
