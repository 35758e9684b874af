SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n9."name", (
      SELECT json_array(n11."name") FROM "r_PART_OF" r10 CROSS JOIN "n_Place" n11 ON n11."$key" = r10."$dst" WHERE r10."$src" = r8."$dst"
    )) FROM "r_OCCURRED_AT" r8 CROSS JOIN "n_Place" n9 ON n9."$key" = r8."$dst" WHERE r8."$src" = q1.c1
  ))) FROM (
    SELECT n1."id" AS c0, n1."$key" AS c1 FROM "n_Event" n1 ORDER BY (
      SELECT (
        SELECT n5."name" FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
      ) FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key"
    ) DESC, (
      SELECT n7."name" FROM "r_OCCURRED_AT" r6 CROSS JOIN "n_Place" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = n1."$key"
    ) ASC, n1."id" ASC LIMIT ?2
  ) q1
))
