SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE n1."standing" = ?1
), (
  SELECT count(*) FROM "n_Event" n2 WHERE n2."standing" IS NOT ?4
), (
  SELECT count(*) FROM "n_Event" n3 WHERE EXISTS (
    SELECT 1 FROM "r_PARTICIPATED_IN" r4 WHERE r4."$dst" = n3."$key" AND r4."standing" IN ('ASSERTED', 'DISPUTED') AND r4."standing" IN (
      SELECT "value" FROM json_each(?7)
    )
  )
))
