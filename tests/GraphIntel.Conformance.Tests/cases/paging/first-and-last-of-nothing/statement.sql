SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT count(*) FROM "n_Actor" n1
), (
  SELECT json_group_array(json_array(q2.c0, q2.c0)) FROM (
    SELECT * FROM (
      SELECT n2."id" AS c0 FROM "n_Actor" n2 ORDER BY n2."id" DESC LIMIT ?4
    ) ORDER BY c0 ASC
  ) q2
), (
  SELECT count(*) FROM "n_Actor" n2
), (
  SELECT count(*) FROM "n_Actor" n3 WHERE n3."id" IN (
    SELECT "value" FROM json_each(?5)
  )
), (
  SELECT json_group_array(json_array()) FROM (
    SELECT 1 FROM "n_Actor" n3 WHERE n3."id" IN (
      SELECT "value" FROM json_each(?5)
    ) ORDER BY n3."id" ASC LIMIT ?7
  ) q3
))
