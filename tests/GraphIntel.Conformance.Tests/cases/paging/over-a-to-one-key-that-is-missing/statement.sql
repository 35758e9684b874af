SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c1)) FROM (
    SELECT (
      SELECT (
        SELECT n5."name" FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
      ) FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key"
    ) AS c0, n1."id" AS c1 FROM "n_Event" n1 WHERE ((
      SELECT (
        SELECT n5."name" FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
      ) FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key"
    ) < ?3 OR (
      SELECT (
        SELECT n5."name" FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
      ) FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key"
    ) IS NULL OR (
      SELECT (
        SELECT n5."name" FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
      ) FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key"
    ) = ?3 AND (n1."id" < ?4)) ORDER BY (
      SELECT (
        SELECT n5."name" FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
      ) FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key"
    ) DESC, n1."id" DESC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q6.c0)) FROM (
    SELECT n6."id" AS c0 FROM "n_Event" n6 WHERE ((
      SELECT (
        SELECT n10."name" FROM "r_PART_OF" r9 CROSS JOIN "n_Place" n10 ON n10."$key" = r9."$dst" WHERE r9."$src" = r7."$dst"
      ) FROM "r_OCCURRED_AT" r7 WHERE r7."$src" = n6."$key"
    ) < ?7 OR (
      SELECT (
        SELECT n10."name" FROM "r_PART_OF" r9 CROSS JOIN "n_Place" n10 ON n10."$key" = r9."$dst" WHERE r9."$src" = r7."$dst"
      ) FROM "r_OCCURRED_AT" r7 WHERE r7."$src" = n6."$key"
    ) IS NULL OR (
      SELECT (
        SELECT n10."name" FROM "r_PART_OF" r9 CROSS JOIN "n_Place" n10 ON n10."$key" = r9."$dst" WHERE r9."$src" = r7."$dst"
      ) FROM "r_OCCURRED_AT" r7 WHERE r7."$src" = n6."$key"
    ) = ?7 AND (n6."id" < ?8)) ORDER BY (
      SELECT (
        SELECT n10."name" FROM "r_PART_OF" r9 CROSS JOIN "n_Place" n10 ON n10."$key" = r9."$dst" WHERE r9."$src" = r7."$dst"
      ) FROM "r_OCCURRED_AT" r7 WHERE r7."$src" = n6."$key"
    ) DESC, n6."id" DESC LIMIT ?6
  ) q6
))
