"""Changes told, screened, assessed, signed off and looked at again."""
