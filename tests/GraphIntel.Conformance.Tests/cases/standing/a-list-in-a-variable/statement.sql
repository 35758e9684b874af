SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_BACKS" r2 WHERE r2."$src" = n1."$key" AND r2."standing" IN ('DENIED')
  ), (
    SELECT count(*) FROM "r_BACKS" r4 WHERE r4."$src" = n1."$key" AND r4."standing" IN ('ASSERTED', 'DENIED')
  ), (
    SELECT count(*) FROM "r_BACKS" r6 WHERE r6."$src" = n1."$key" AND r6."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT count(*) FROM "r_BACKS" r8 WHERE r8."$src" = n1."$key" AND r8."standing" IN ('DENIED')
  ), (
    SELECT count(*) FROM "r_BACKS" r10 WHERE r10."$src" = n1."$key" AND 0
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
