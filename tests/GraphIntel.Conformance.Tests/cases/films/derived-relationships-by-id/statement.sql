SELECT json_array(CASE substr(?1, 1, instr(?1, ':')) WHEN 'film:' THEN (
  SELECT json_array(0, n1."id", n1."title") FROM "n_Film" n1 WHERE n1."id" = ?1
) WHEN 'person:' THEN (
  SELECT json_array(1, n2."id", n2."name") FROM "n_Person" n2 WHERE n2."id" = ?1
) WHEN 'casting:' THEN (
  SELECT json_array(2, r3."id", (
    SELECT json_array(n4."name") FROM "n_Person" n4 WHERE n4."$key" = r3."$src"
  ), (
    SELECT json_array(n5."title") FROM "n_Film" n5 WHERE n5."$key" = r3."$dst"
  )) FROM "r_ACTED_IN" r3 WHERE r3."id" = ?1
) WHEN 'directed:' THEN (
  SELECT json_array(3, ('directed:' || (
    SELECT "id" FROM "n_Person" WHERE "$key" = r6."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Film" WHERE "$key" = r6."$dst"
  )), (
    SELECT json_array(n7."name") FROM "n_Person" n7 WHERE n7."$key" = r6."$src"
  ), (
    SELECT json_array(n8."title", n8."year") FROM "n_Film" n8 WHERE n8."$key" = r6."$dst"
  )) FROM "n_Person" r6s CROSS JOIN "n_Film" r6t CROSS JOIN "r_DIRECTED" r6 WHERE r6s."id" = substr(?1, 10, instr(?1, '>') - 10) AND r6t."id" = substr(?1, instr(?1, '>') + 1) AND r6."$src" = r6s."$key" AND r6."$dst" = r6t."$key"
) WHEN 'sequelOf:' THEN (
  SELECT json_array(4, ('sequelOf:' || (
    SELECT "id" FROM "n_Film" WHERE "$key" = r9."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Film" WHERE "$key" = r9."$dst"
  )), (
    SELECT json_array(n10."title") FROM "n_Film" n10 WHERE n10."$key" = r9."$src"
  ), (
    SELECT json_array(n11."title") FROM "n_Film" n11 WHERE n11."$key" = r9."$dst"
  )) FROM "n_Film" r9s CROSS JOIN "n_Film" r9t CROSS JOIN "r_SEQUEL_OF" r9 WHERE r9s."id" = substr(?1, 10, instr(?1, '>') - 10) AND r9t."id" = substr(?1, instr(?1, '>') + 1) AND r9."$src" = r9s."$key" AND r9."$dst" = r9t."$key"
) END, (
  SELECT json_group_array(CASE substr(l12."value", 1, instr(l12."value", ':')) WHEN 'film:' THEN (
    SELECT json_array(0, n13."id", n13."title") FROM "n_Film" n13 WHERE n13."id" = l12."value"
  ) WHEN 'person:' THEN (
    SELECT json_array(1, n14."id", n14."name", json(n14."aliases")) FROM "n_Person" n14 WHERE n14."id" = l12."value"
  ) WHEN 'casting:' THEN (
    SELECT json_array(2, r15."id", json(r15."roles")) FROM "r_ACTED_IN" r15 WHERE r15."id" = l12."value"
  ) WHEN 'directed:' THEN (
    SELECT json_array(3, ('directed:' || (
      SELECT "id" FROM "n_Person" WHERE "$key" = r16."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Film" WHERE "$key" = r16."$dst"
    ))) FROM "n_Person" r16s CROSS JOIN "n_Film" r16t CROSS JOIN "r_DIRECTED" r16 WHERE r16s."id" = substr(l12."value", 10, instr(l12."value", '>') - 10) AND r16t."id" = substr(l12."value", instr(l12."value", '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
  ) WHEN 'sequelOf:' THEN (
    SELECT json_array(4, ('sequelOf:' || (
      SELECT "id" FROM "n_Film" WHERE "$key" = r17."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Film" WHERE "$key" = r17."$dst"
    ))) FROM "n_Film" r17s CROSS JOIN "n_Film" r17t CROSS JOIN "r_SEQUEL_OF" r17 WHERE r17s."id" = substr(l12."value", 10, instr(l12."value", '>') - 10) AND r17t."id" = substr(l12."value", instr(l12."value", '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
  ) END) FROM json_each(?2) l12
))
