SELECT json_array((
  SELECT json_group_array(CASE substr(l1."value", 1, instr(l1."value", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n2."id", n2."name", (
      SELECT count(*) FROM "n_Claim" n3 WHERE n3."about" = n2."id"
    ), (
      SELECT json_group_array(json_array(q3.c0)) FROM (
        SELECT n3."id" AS c0 FROM "n_Claim" n3 WHERE n3."about" = n2."id" ORDER BY n3."id" ASC LIMIT ?3
      ) q3
    )) FROM "n_Actor" n2 WHERE n2."id" = l1."value"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n4."id", n4."name", (
      SELECT count(*) FROM "n_Claim" n5 WHERE n5."about" = n4."id"
    ), (
      SELECT json_group_array(json_array(q5.c0)) FROM (
        SELECT n5."id" AS c0 FROM "n_Claim" n5 WHERE n5."about" = n4."id" ORDER BY n5."id" ASC LIMIT ?5
      ) q5
    )) FROM "n_Place" n4 WHERE n4."id" = l1."value"
  ) WHEN 'claim:' THEN (
    SELECT json_array(2, n6."id", n6."statement") FROM "n_Claim" n6 WHERE n6."id" = l1."value"
  ) WHEN 'source:' THEN (
    SELECT json_array(3, n7."id", n7."name") FROM "n_Source" n7 WHERE n7."id" = l1."value"
  ) WHEN 'report:' THEN (
    SELECT json_array(4, n8."id", n8."title") FROM "n_Report" n8 WHERE n8."id" = l1."value"
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(5, ('madeIn:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r9."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r9."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n10 WHERE n10."about" = ('madeIn:' || (
        SELECT "id" FROM "n_Claim" WHERE "$key" = r9."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r9."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q10.c0)) FROM (
        SELECT n10."id" AS c0 FROM "n_Claim" n10 WHERE n10."about" = ('madeIn:' || (
          SELECT "id" FROM "n_Claim" WHERE "$key" = r9."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r9."$dst"
        )) ORDER BY n10."id" ASC LIMIT ?7
      ) q10
    ), (
      SELECT json_array(n11."statement") FROM "n_Claim" n11 WHERE n11."$key" = r9."$src"
    ), (
      SELECT json_array(n12."id") FROM "n_Report" n12 WHERE n12."$key" = r9."$dst"
    )) FROM "n_Claim" r9s CROSS JOIN "n_Report" r9t CROSS JOIN "r_MADE_IN" r9 WHERE r9s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r9t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r9."$src" = r9s."$key" AND r9."$dst" = r9t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(6, n13."id", n13."title", (
      SELECT count(*) FROM "n_Claim" n14 WHERE n14."about" = n13."id"
    ), (
      SELECT json_group_array(json_array(q14.c0)) FROM (
        SELECT n14."id" AS c0 FROM "n_Claim" n14 WHERE n14."about" = n13."id" ORDER BY n14."id" ASC LIMIT ?9
      ) q14
    )) FROM "n_Event" n13 WHERE n13."id" = l1."value"
  ) WHEN 'participation:' THEN (
    SELECT json_array(7, r15."id", (
      SELECT count(*) FROM "n_Claim" n16 WHERE n16."about" = r15."id"
    ), (
      SELECT json_group_array(json_array(q16.c0)) FROM (
        SELECT n16."id" AS c0 FROM "n_Claim" n16 WHERE n16."about" = r15."id" ORDER BY n16."id" ASC LIMIT ?11
      ) q16
    ), (
      SELECT json_array(n17."name") FROM "n_Actor" n17 WHERE n17."$key" = r15."$src"
    ), (
      SELECT json_array(n18."id") FROM "n_Event" n18 WHERE n18."$key" = r15."$dst"
    )) FROM "r_PARTICIPATED_IN" r15 WHERE r15."id" = l1."value"
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(8, ('partOfEvent:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r19."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r19."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n20 WHERE n20."about" = ('partOfEvent:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r19."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r19."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q20.c0)) FROM (
        SELECT n20."id" AS c0 FROM "n_Claim" n20 WHERE n20."about" = ('partOfEvent:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r19."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r19."$dst"
        )) ORDER BY n20."id" ASC LIMIT ?13
      ) q20
    ), (
      SELECT json_array(n21."title") FROM "n_Event" n21 WHERE n21."$key" = r19."$src"
    ), (
      SELECT json_array(n22."id") FROM "n_Event" n22 WHERE n22."$key" = r19."$dst"
    )) FROM "n_Event" r19s CROSS JOIN "n_Event" r19t CROSS JOIN "r_PART_OF_EVENT" r19 WHERE r19s."id" = substr(l1."value", 13, instr(l1."value", '>') - 13) AND r19t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r19."$src" = r19s."$key" AND +r19."$dst" = r19t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(9, ('reportedIn:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r23."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r23."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n24 WHERE n24."about" = ('reportedIn:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r23."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r23."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q24.c0)) FROM (
        SELECT n24."id" AS c0 FROM "n_Claim" n24 WHERE n24."about" = ('reportedIn:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r23."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r23."$dst"
        )) ORDER BY n24."id" ASC LIMIT ?15
      ) q24
    ), (
      SELECT json_array(n25."title") FROM "n_Event" n25 WHERE n25."$key" = r23."$src"
    ), (
      SELECT json_array(n26."id") FROM "n_Report" n26 WHERE n26."$key" = r23."$dst"
    )) FROM "n_Event" r23s CROSS JOIN "n_Report" r23t CROSS JOIN "r_REPORTED_IN" r23 WHERE r23s."id" = substr(l1."value", 12, instr(l1."value", '>') - 12) AND r23t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r23."$src" = r23s."$key" AND +r23."$dst" = r23t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(10, ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r27."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r27."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n28 WHERE n28."about" = ('publishedBy:' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r27."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r27."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q28.c0)) FROM (
        SELECT n28."id" AS c0 FROM "n_Claim" n28 WHERE n28."about" = ('publishedBy:' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r27."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r27."$dst"
        )) ORDER BY n28."id" ASC LIMIT ?17
      ) q28
    ), (
      SELECT json_array(n29."title") FROM "n_Report" n29 WHERE n29."$key" = r27."$src"
    ), (
      SELECT json_array(n30."id") FROM "n_Source" n30 WHERE n30."$key" = r27."$dst"
    )) FROM "n_Report" r27s CROSS JOIN "n_Source" r27t CROSS JOIN "r_PUBLISHED_BY" r27 WHERE r27s."id" = substr(l1."value", 13, instr(l1."value", '>') - 13) AND r27t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r27."$src" = r27s."$key" AND r27."$dst" = r27t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(11, ('madeBy:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r31."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r31."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n32 WHERE n32."about" = ('madeBy:' || (
        SELECT "id" FROM "n_Claim" WHERE "$key" = r31."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r31."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q32.c0)) FROM (
        SELECT n32."id" AS c0 FROM "n_Claim" n32 WHERE n32."about" = ('madeBy:' || (
          SELECT "id" FROM "n_Claim" WHERE "$key" = r31."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r31."$dst"
        )) ORDER BY n32."id" ASC LIMIT ?19
      ) q32
    ), (
      SELECT json_array(n33."statement") FROM "n_Claim" n33 WHERE n33."$key" = r31."$src"
    ), (
      SELECT json_array(n34."id") FROM "n_Source" n34 WHERE n34."$key" = r31."$dst"
    )) FROM "n_Claim" r31s CROSS JOIN "n_Source" r31t CROSS JOIN "r_MADE_BY" r31 WHERE r31s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r31t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r31."$src" = r31s."$key" AND r31."$dst" = r31t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(12, ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r35."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r35."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n36 WHERE n36."about" = ('partOf:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r35."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r35."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q36.c0)) FROM (
        SELECT n36."id" AS c0 FROM "n_Claim" n36 WHERE n36."about" = ('partOf:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r35."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r35."$dst"
        )) ORDER BY n36."id" ASC LIMIT ?21
      ) q36
    ), (
      SELECT json_array(n37."name") FROM "n_Place" n37 WHERE n37."$key" = r35."$src"
    ), (
      SELECT json_array(n38."id") FROM "n_Place" n38 WHERE n38."$key" = r35."$dst"
    )) FROM "n_Place" r35s CROSS JOIN "n_Place" r35t CROSS JOIN "r_PART_OF" r35 WHERE r35s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r35t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r35."$src" = r35s."$key" AND r35."$dst" = r35t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(13, ('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r39."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r39."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n40 WHERE n40."about" = ('liesIn:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r39."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r39."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q40.c0)) FROM (
        SELECT n40."id" AS c0 FROM "n_Claim" n40 WHERE n40."about" = ('liesIn:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r39."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r39."$dst"
        )) ORDER BY n40."id" ASC LIMIT ?23
      ) q40
    ), (
      SELECT json_array(n41."name") FROM "n_Place" n41 WHERE n41."$key" = r39."$src"
    ), (
      SELECT json_array(n42."id") FROM "n_Place" n42 WHERE n42."$key" = r39."$dst"
    )) FROM "n_Place" r39s CROSS JOIN "n_Place" r39t CROSS JOIN "r_LIES_IN" r39 WHERE r39s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r39t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r39."$src" = r39s."$key" AND r39."$dst" = r39t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(14, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r43."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r43."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n44 WHERE n44."about" = ('borders:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r43."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r43."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q44.c0)) FROM (
        SELECT n44."id" AS c0 FROM "n_Claim" n44 WHERE n44."about" = ('borders:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r43."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r43."$dst"
        )) ORDER BY n44."id" ASC LIMIT ?25
      ) q44
    ), (
      SELECT json_array(n45."name") FROM "n_Place" n45 WHERE n45."$key" = r43."$src"
    ), (
      SELECT json_array(n46."id") FROM "n_Place" n46 WHERE n46."$key" = r43."$dst"
    )) FROM "n_Place" r43s CROSS JOIN "n_Place" r43t CROSS JOIN "r_BORDERS" r43 WHERE r43s."id" = substr(l1."value", 9, instr(l1."value", '>') - 9) AND r43t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r43."$src" = r43s."$key" AND r43."$dst" = r43t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(15, ('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r47."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r47."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n48 WHERE n48."about" = ('occurredAt:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r47."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r47."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q48.c0)) FROM (
        SELECT n48."id" AS c0 FROM "n_Claim" n48 WHERE n48."about" = ('occurredAt:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r47."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r47."$dst"
        )) ORDER BY n48."id" ASC LIMIT ?27
      ) q48
    ), (
      SELECT json_array(n49."title") FROM "n_Event" n49 WHERE n49."$key" = r47."$src"
    ), (
      SELECT json_array(n50."id") FROM "n_Place" n50 WHERE n50."$key" = r47."$dst"
    )) FROM "n_Event" r47s CROSS JOIN "n_Place" r47t CROSS JOIN "r_OCCURRED_AT" r47 WHERE r47s."id" = substr(l1."value", 12, instr(l1."value", '>') - 12) AND r47t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r47."$src" = r47s."$key" AND r47."$dst" = r47t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(16, r51."id", (
      SELECT count(*) FROM "n_Claim" n52 WHERE n52."about" = r51."id"
    ), (
      SELECT json_group_array(json_array(q52.c0)) FROM (
        SELECT n52."id" AS c0 FROM "n_Claim" n52 WHERE n52."about" = r51."id" ORDER BY n52."id" ASC LIMIT ?29
      ) q52
    ), (
      SELECT json_array(n53."name") FROM "n_Actor" n53 WHERE n53."$key" = r51."$src"
    ), (
      SELECT json_array(n54."id") FROM "n_Place" n54 WHERE n54."$key" = r51."$dst"
    )) FROM "r_CONTROLS" r51 WHERE r51."id" = l1."value"
  ) WHEN 'backing:' THEN (
    SELECT json_array(17, r55."id", (
      SELECT count(*) FROM "n_Claim" n56 WHERE n56."about" = r55."id"
    ), (
      SELECT json_group_array(json_array(q56.c0)) FROM (
        SELECT n56."id" AS c0 FROM "n_Claim" n56 WHERE n56."about" = r55."id" ORDER BY n56."id" ASC LIMIT ?31
      ) q56
    ), (
      SELECT json_array(n57."name") FROM "n_Actor" n57 WHERE n57."$key" = r55."$src"
    ), (
      SELECT json_array(n58."id") FROM "n_Actor" n58 WHERE n58."$key" = r55."$dst"
    )) FROM "r_BACKS" r55 WHERE r55."id" = l1."value"
  ) WHEN 'membership:' THEN (
    SELECT json_array(18, r59."id", (
      SELECT count(*) FROM "n_Claim" n60 WHERE n60."about" = r59."id"
    ), (
      SELECT json_group_array(json_array(q60.c0)) FROM (
        SELECT n60."id" AS c0 FROM "n_Claim" n60 WHERE n60."about" = r59."id" ORDER BY n60."id" ASC LIMIT ?33
      ) q60
    ), (
      SELECT json_array(n61."name") FROM "n_Actor" n61 WHERE n61."$key" = r59."$src"
    ), (
      SELECT json_array(n62."id") FROM "n_Actor" n62 WHERE n62."$key" = r59."$dst"
    )) FROM "r_MEMBER_OF" r59 WHERE r59."id" = l1."value"
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(19, ('succeeds:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r63."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r63."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n64 WHERE n64."about" = ('succeeds:' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r63."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r63."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q64.c0)) FROM (
        SELECT n64."id" AS c0 FROM "n_Claim" n64 WHERE n64."about" = ('succeeds:' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r63."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r63."$dst"
        )) ORDER BY n64."id" ASC LIMIT ?35
      ) q64
    ), (
      SELECT json_array(n65."name") FROM "n_Actor" n65 WHERE n65."$key" = r63."$src"
    ), (
      SELECT json_array(n66."id") FROM "n_Actor" n66 WHERE n66."$key" = r63."$dst"
    )) FROM "n_Actor" r63s CROSS JOIN "n_Actor" r63t CROSS JOIN "r_SUCCEEDS" r63 WHERE r63s."id" = substr(l1."value", 10, instr(l1."value", '>') - 10) AND r63t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r63."$src" = r63s."$key" AND r63."$dst" = r63t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(20, ('basedIn:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r67."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r67."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n68 WHERE n68."about" = ('basedIn:' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r67."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r67."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q68.c0)) FROM (
        SELECT n68."id" AS c0 FROM "n_Claim" n68 WHERE n68."about" = ('basedIn:' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r67."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r67."$dst"
        )) ORDER BY n68."id" ASC LIMIT ?37
      ) q68
    ), (
      SELECT json_array(n69."name") FROM "n_Actor" n69 WHERE n69."$key" = r67."$src"
    ), (
      SELECT json_array(n70."id") FROM "n_Place" n70 WHERE n70."$key" = r67."$dst"
    )) FROM "n_Actor" r67s CROSS JOIN "n_Place" r67t CROSS JOIN "r_BASED_IN" r67 WHERE r67s."id" = substr(l1."value", 9, instr(l1."value", '>') - 9) AND r67t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r67."$src" = r67s."$key" AND r67."$dst" = r67t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(21, ('voiceOf:' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r71."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r71."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n72 WHERE n72."about" = ('voiceOf:' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r71."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r71."$dst"
      ))
    ), (
      SELECT json_group_array(json_array(q72.c0)) FROM (
        SELECT n72."id" AS c0 FROM "n_Claim" n72 WHERE n72."about" = ('voiceOf:' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r71."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r71."$dst"
        )) ORDER BY n72."id" ASC LIMIT ?39
      ) q72
    ), (
      SELECT json_array(n73."name") FROM "n_Source" n73 WHERE n73."$key" = r71."$src"
    ), (
      SELECT json_array(n74."id") FROM "n_Actor" n74 WHERE n74."$key" = r71."$dst"
    )) FROM "n_Source" r71s CROSS JOIN "n_Actor" r71t CROSS JOIN "r_VOICE_OF" r71 WHERE r71s."id" = substr(l1."value", 9, instr(l1."value", '>') - 9) AND r71t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r71."$src" = r71s."$key" AND r71."$dst" = r71t."$key"
  ) END) FROM json_each(?1) l1
))
