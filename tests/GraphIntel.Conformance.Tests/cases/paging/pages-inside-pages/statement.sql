SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c0, (
    SELECT count(*) FROM "r_MADE_BY" r2 WHERE r2."$dst" = q1.c2
  ), (
    SELECT json_group_array(json_array(q3.c0, q3.c0)) FROM (
      SELECT * FROM (
        SELECT n3."id" AS c0 FROM "r_MADE_BY" r2 CROSS JOIN "n_Claim" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = q1.c2 ORDER BY n3."id" DESC LIMIT ?4
      ) ORDER BY c0 ASC
    ) q3
  ))) FROM (
    SELECT n1."name" AS c0, n1."id" AS c1, n1."$key" AS c2 FROM "n_Source" n1 ORDER BY n1."name" ASC, n1."id" ASC LIMIT ?2
  ) q1
))
