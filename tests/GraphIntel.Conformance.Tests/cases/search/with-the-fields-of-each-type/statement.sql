SELECT json_array((
  SELECT json_group_array(json_array(CASE substr(l1."value", 1, instr(l1."value", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n53."name", CASE WHEN json_valid(n53."aliases") THEN json(n53."aliases") ELSE n53."aliases" END) FROM "n_Actor" n53 WHERE n53."id" = l1."value"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n54."name", CASE WHEN json_valid(n54."aliases") THEN json(n54."aliases") ELSE n54."aliases" END) FROM "n_Place" n54 WHERE n54."id" = l1."value"
  ) WHEN 'event:' THEN (
    SELECT json_array(2, n55."title") FROM "n_Event" n55 WHERE n55."id" = l1."value"
  ) WHEN 'source:' THEN (
    SELECT json_array(3, n56."name") FROM "n_Source" n56 WHERE n56."id" = l1."value"
  ) WHEN 'report:' THEN (
    SELECT json_array(4, n57."title") FROM "n_Report" n57 WHERE n57."id" = l1."value"
  ) WHEN 'claim:' THEN (
    SELECT json_array(5, n58."statement") FROM "n_Claim" n58 WHERE n58."id" = l1."value"
  ) END, CASE substr(l1."value", 1, instr(l1."value", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n2."id", n2."kind") FROM "n_Actor" n2 WHERE n2."id" = l1."value"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n3."id", n3."kind", (
      SELECT json_array(n5."name") FROM "r_PART_OF" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = n3."$key"
    ), (
      SELECT count(*) FROM (
        WITH RECURSIVE w10_0(n, d) AS (
          SELECT n3."$key", 0
        ), w10_1(n, d) AS (
          SELECT n, d FROM w10_0 UNION ALL SELECT r6."$src", w10_0.d + 1 FROM w10_0 CROSS JOIN "r_LIES_IN" r6 ON r6."$dst" = w10_0.n
        ), w10_2(n, d) AS (
          SELECT c."$dsc", w10_1.d + c."$depth" FROM w10_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w10_1.n AND c."$depth" BETWEEN 0 AND 32
        ), w10_3(n, d) AS (
          SELECT n, min(d) FROM w10_2 GROUP BY n
        ), w10_4(n, d) AS (
          SELECT r8."$src", w10_3.d + 1 FROM w10_3 CROSS JOIN "r_OCCURRED_AT" r8 ON r8."$dst" = w10_3.n
        ) SELECT n, d FROM w10_4
      ) w10
    )) FROM "n_Place" n3 WHERE n3."id" = l1."value"
  ) WHEN 'claim:' THEN (
    SELECT json_array(2, n11."id") FROM "n_Claim" n11 WHERE n11."id" = l1."value"
  ) WHEN 'source:' THEN (
    SELECT json_array(3, n12."id") FROM "n_Source" n12 WHERE n12."id" = l1."value"
  ) WHEN 'report:' THEN (
    SELECT json_array(4, n13."id") FROM "n_Report" n13 WHERE n13."id" = l1."value"
  ) WHEN 'event:' THEN (
    SELECT json_array(5, n15."id") FROM "n_Event" n15 WHERE n15."id" = l1."value"
  ) END, CASE substr(l1."value", 1, instr(l1."value", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n31."name") FROM "n_Actor" n31 WHERE n31."id" = l1."value"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n32."name") FROM "n_Place" n32 WHERE n32."id" = l1."value"
  ) WHEN 'claim:' THEN (
    SELECT json_array(2, n33."statement") FROM "n_Claim" n33 WHERE n33."id" = l1."value"
  ) WHEN 'source:' THEN (
    SELECT json_array(3, n34."name") FROM "n_Source" n34 WHERE n34."id" = l1."value"
  ) WHEN 'report:' THEN (
    SELECT json_array(4, n35."title") FROM "n_Report" n35 WHERE n35."id" = l1."value"
  ) WHEN 'event:' THEN (
    SELECT json_array(5, n37."title") FROM "n_Event" n37 WHERE n37."id" = l1."value"
  ) END)) FROM json_each(?1) l1
))
