SELECT json_array((
  SELECT count(*) FROM "n_Actor" n1 WHERE instr(n1."description", ?1) > 0
), (
  SELECT count(*) FROM "n_Actor" n2 WHERE substr(n2."description", 1, length(?4)) = ?4
), (
  SELECT count(*) FROM "n_Actor" n3 WHERE (?7 = '' AND n3."description" IS NOT NULL OR substr(n3."description", -length(?7)) = ?7)
), (
  SELECT count(*) FROM "n_Actor" n4 WHERE n4."description" = ?10
))
