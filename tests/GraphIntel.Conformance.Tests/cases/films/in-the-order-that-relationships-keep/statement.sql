SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1, q3.c2, json(q3.c3), q3.c4, q3.c0)) FROM (
      SELECT r2."$dstBy" AS c0, n3."id" AS c1, r2."id" AS c2, r2."roles" AS c3, n3."title" AS c4 FROM "r_ACTED_IN" r2 CROSS JOIN "n_Film" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" ORDER BY r2."$dstBy" DESC, n3."id" DESC, r2."id" DESC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT n5."title" AS c0 FROM "r_ACTED_IN" r4 CROSS JOIN "n_Film" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = n1."$key" AND EXISTS (
        SELECT 1 FROM json_each(r4."roles") e6 WHERE instr(e6."value", ?4) > 0
      ) AND r4."$dstBy" < ?5 ORDER BY r4."$dstBy" ASC, n5."id" ASC, r4."id" ASC LIMIT ?7
    ) q5
  ), (
    SELECT json_group_array(json_array(q8.c0)) FROM (
      SELECT n8."title" AS c0 FROM "r_DIRECTED" r7 CROSS JOIN "n_Film" n8 ON n8."$key" = r7."$dst" WHERE r7."$src" = n1."$key" ORDER BY n8."id" ASC LIMIT ?9
    ) q8
  )) FROM "n_Person" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q11.c0, (
      SELECT json_group_array(json_array(q13.c0)) FROM (
        SELECT n13."id" AS c0 FROM "r_ACTED_IN" r12 CROSS JOIN "n_Film" n13 ON n13."$key" = r12."$dst" WHERE r12."$src" = q11.c1 ORDER BY n13."id" ASC, r12."id" ASC LIMIT ?14
      ) q13
    ))) FROM (
      SELECT r10."$srcBy" AS c0, r10."$src" AS c1 FROM "r_DIRECTED" r10 CROSS JOIN "n_Person" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = n9."$key" ORDER BY r10."$srcBy" DESC, n11."id" DESC LIMIT ?12
    ) q11
  )) FROM "n_Film" n9 WHERE n9."id" = ?10
))
