"""The grammar of Norwegian numbers, units, scales, periods and dates."""
