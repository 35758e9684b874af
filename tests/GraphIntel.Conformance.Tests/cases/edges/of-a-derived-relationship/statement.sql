SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q3.c0
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q3.c1
    )), (
      SELECT json_array(n4."id") FROM "n_Place" n4 WHERE n4."$key" = q3.c0
    ), (
      SELECT json_array(n5."id") FROM "n_Place" n5 WHERE n5."$key" = q3.c1
    ), (
      SELECT count(*) FROM "n_Claim" n6 WHERE n6."about" = ('liesIn:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = q3.c0
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = q3.c1
      ))
    ), q3.c2)) FROM (
      SELECT r2."$src" AS c0, r2."$dst" AS c1, n3."id" AS c2 FROM "r_LIES_IN" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" ORDER BY n3."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = q8.c0
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q8.c1
    )), (
      SELECT json_group_array(json_array(q9.c0)) FROM (
        SELECT n9."id" AS c0 FROM "n_Claim" n9 WHERE n9."about" = ('occurredAt:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = q8.c0
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = q8.c1
        )) ORDER BY n9."id" ASC LIMIT ?9
      ) q9
    ), q8.c2)) FROM (
      SELECT r7."$src" AS c0, r7."$dst" AS c1, r7."$srcBy" AS c2 FROM "r_OCCURRED_AT" r7 CROSS JOIN "n_Event" n8 ON n8."$key" = r7."$src" WHERE r7."$dst" = n1."$key" ORDER BY r7."$srcBy" ASC, n8."id" ASC LIMIT ?7
    ) q8
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
