SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE n1."subKind" = ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT count(*) FROM "n_Event" n2 WHERE n2."subKind" IS NOT ?4
), (
  SELECT count(*) FROM "n_Event" n3 WHERE n3."subKind" IN (
    SELECT "value" FROM json_each(?7)
  )
), (
  SELECT count(*) FROM "n_Event" n4 WHERE (n4."subKind" IN (
    SELECT "value" FROM json_each(?10)
  )) IS NOT TRUE
))
