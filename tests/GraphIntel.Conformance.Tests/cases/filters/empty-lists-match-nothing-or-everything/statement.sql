SELECT json_array((
  SELECT count(*) FROM "n_Actor" n1 WHERE n1."id" IN (
    SELECT "value" FROM json_each(?1)
  )
), (
  SELECT count(*) FROM "n_Actor" n2 WHERE (n2."id" IN (
    SELECT "value" FROM json_each(?4)
  )) IS NOT TRUE
), (
  SELECT count(*) FROM "n_Actor" n3 WHERE 0
), (
  SELECT count(*) FROM "n_Actor" n4
), (
  SELECT count(*) FROM "n_Actor" n5
), (
  SELECT count(*) FROM "n_Actor" n6
), (
  SELECT count(*) FROM "n_Actor" n7 WHERE (1) IS NOT TRUE
), (
  SELECT count(*) FROM "n_Actor" n8 WHERE (0) IS NOT TRUE
))
