SELECT json_array((
  SELECT count(*) FROM "n_Actor" n1 WHERE n1."description" IS NULL
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Actor" n2 WHERE n2."description" IS NOT NULL ORDER BY n2."id" ASC LIMIT ?4
  ) q2
), (
  SELECT count(*) FROM "n_Actor" n3 WHERE n3."description" IS NOT NULL
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Event" n4 WHERE n4."subKind" IS NULL ORDER BY n4."id" ASC LIMIT ?8
  ) q4
))
