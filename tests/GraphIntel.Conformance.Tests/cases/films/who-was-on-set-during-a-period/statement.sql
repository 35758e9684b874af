SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT r2."released" AS c0, n3."id" AS c1 FROM "r_ACTED_IN" r2 CROSS JOIN "n_Person" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (r2."hired" IS NULL OR r2."hired" < ?3) AND (r2."released" IS NULL OR r2."released" > ?2) ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?5
    ) q3
  )) FROM "n_Film" n1 WHERE n1."id" = ?1
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Film" n4 WHERE EXISTS (
      SELECT 1 FROM "r_ACTED_IN" r5 WHERE r5."$dst" = n4."$key" AND (r5."hired" IS NULL OR r5."hired" < ?7) AND (r5."released" IS NULL OR r5."released" > ?6)
    ) ORDER BY n4."id" ASC LIMIT ?9
  ) q4
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT n7."id" AS c0 FROM "n_Film" n7 WHERE NOT EXISTS (
      SELECT 1 FROM "r_ACTED_IN" r8 CROSS JOIN "n_Person" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n7."$key" AND (r8."hired" IS NULL OR r8."hired" < ?11) AND (r8."released" IS NULL OR r8."released" > ?10) AND (substr(n9."name", 1, length(?12)) = ?12) IS NOT TRUE
    ) AND EXISTS (
      SELECT 1 FROM "r_SEQUEL_OF" r10 WHERE r10."$src" = n7."$key"
    ) ORDER BY n7."id" ASC LIMIT ?14
  ) q7
))
