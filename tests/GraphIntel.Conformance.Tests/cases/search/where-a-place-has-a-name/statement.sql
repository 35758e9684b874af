SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE n1."$key" IN (
    SELECT r2."$src" FROM "n_Place" n3 CROSS JOIN "r_OCCURRED_AT" r2 ON r2."$dst" = n3."$key" WHERE n3."id" IN (
      SELECT "value" FROM json_each(?1)
    )
  )
), (
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."id" AS c0, n1."start" AS c1 FROM "n_Event" n1 WHERE n1."$key" IN (
      SELECT r2."$src" FROM "n_Place" n3 CROSS JOIN "r_OCCURRED_AT" r2 ON r2."$dst" = n3."$key" WHERE n3."id" IN (
        SELECT "value" FROM json_each(?1)
      )
    ) ORDER BY n1."start" ASC, n1."id" ASC LIMIT ?3
  ) q1
))
