SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Film" n1 WHERE n1."year" >= ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Film" n2 WHERE n2."year" < ?4 ORDER BY n2."id" ASC LIMIT ?6
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Film" n3 WHERE (n3."year" < ?7) IS NOT TRUE ORDER BY n3."id" ASC LIMIT ?9
  ) q3
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Film" n4 WHERE n4."year" IN (
      SELECT "value" FROM json_each(?10)
    ) ORDER BY n4."id" ASC LIMIT ?12
  ) q4
), (
  SELECT count(*) FROM "n_Film" n5 WHERE (n5."year" IN (
    SELECT "value" FROM json_each(?13)
  )) IS NOT TRUE
), (
  SELECT json_group_array(json_array(q6.c0)) FROM (
    SELECT n6."id" AS c0 FROM "n_Film" n6 WHERE n6."year" IS NULL ORDER BY n6."id" ASC LIMIT ?17
  ) q6
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT n7."id" AS c0 FROM "n_Person" n7 WHERE n7."height" > ?18 ORDER BY n7."id" ASC LIMIT ?20
  ) q7
), (
  SELECT json_group_array(json_array(q8.c0, q8.c1)) FROM (
    SELECT n8."id" AS c0, n8."height" AS c1 FROM "n_Person" n8 WHERE n8."height" IN (
      SELECT "value" FROM json_each(?21)
    ) ORDER BY n8."id" ASC LIMIT ?23
  ) q8
))
