SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(CASE WHEN json_valid(q3.c0) THEN json(q3.c0) ELSE q3.c0 END, q3.c1, q3.c2, q3.c3, q3.c4, q3.c5, (
      SELECT count(*) FROM (
        SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(q3.c6) THEN CASE json_type(q3.c6) WHEN 'array' THEN q3.c6 END END)
      ) j4 CROSS JOIN "n_Actor" n4 ON n4."id" = j4."value"
    ), (
      SELECT json_group_array(json_array(q4.c0)) FROM (
        SELECT n4."name" AS c0 FROM (
          SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(q3.c6) THEN CASE json_type(q3.c6) WHEN 'array' THEN q3.c6 END END)
        ) j4 CROSS JOIN "n_Actor" n4 ON n4."id" = j4."value" ORDER BY n4."id" ASC LIMIT ?5
      ) q4
    ), (
      SELECT count(*) FROM "n_Claim" n5 WHERE n5."about" = q3.c7
    ), (
      SELECT json_group_array(json_array(q5.c0)) FROM (
        SELECT n5."id" AS c0 FROM "n_Claim" n5 WHERE n5."about" = q3.c7 ORDER BY n5."id" ASC LIMIT ?7
      ) q5
    ), q3.c7, (
      SELECT json_array(n6."id") FROM "n_Actor" n6 WHERE n6."$key" = q3.c8
    ), (
      SELECT json_array(n7."name") FROM "n_Actor" n7 WHERE n7."$key" = q3.c9
    ), (
      SELECT json_group_array(json_array(q8.c0)) FROM (
        SELECT * FROM (
          SELECT n8."id" AS c0 FROM (
            SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(q3.c6) THEN CASE json_type(q3.c6) WHEN 'array' THEN q3.c6 END END)
          ) j8 CROSS JOIN "n_Actor" n8 ON n8."id" = j8."value" ORDER BY n8."id" DESC LIMIT ?9
        ) ORDER BY c0 ASC
      ) q8
    ), (
      SELECT count(*) FROM "n_Claim" n9 WHERE n9."about" = q3.c7
    ), q3.c10)) FROM (
      SELECT r2."kinds" AS c0, r2."standing" AS c1, r2."from" AS c2, r2."until" AS c3, r2."attestedFrom" AS c4, r2."attestedUntil" AS c5, r2."againstIds" AS c6, r2."id" AS c7, r2."$src" AS c8, r2."$dst" AS c9, n3."name" AS c10 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
