CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:BACKS]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.id]
  } AS c0, COLLECT {
    MATCH w6p1 = (n1)<-[r4s:BACKS*1..6]-(w6x1)
    WHERE all(r4 IN r4s WHERE r4.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w6x1, min(length(w6p1)) AS w6d1
    WITH w6x1 AS n5, w6d1 AS w6
    WHERE n5:Actor AND n5 <> n1
    WITH *
    ORDER BY w6 ASC, n5.id ASC LIMIT $p.a4
    RETURN [n5.id]
  } AS c1
  RETURN [c0, c1]
} AS c2, COLLECT {
  MATCH (n7:Actor)
  WHERE n7.id = $p.a5
  WITH *, COLLECT {
    MATCH (n7)<-[r8:BACKS]-(n9:Actor)
    WHERE r8.standing IN ['DENIED']
    WITH *
    ORDER BY n9.id ASC, r8.id ASC LIMIT $p.a7
    RETURN [n9.id]
  } AS c3, COLLECT {
    MATCH w12p1 = (n7)<-[r10s:BACKS*1..6]-(w12x1)
    WHERE all(r10 IN r10s WHERE r10.standing IN ['ASSERTED', 'DENIED'])
    WITH w12x1, min(length(w12p1)) AS w12d1
    WITH w12x1 AS n11, w12d1 AS w12
    WHERE n11:Actor AND n11 <> n7
    WITH *
    ORDER BY w12 ASC, n11.id ASC LIMIT $p.a9
    RETURN [n11.id]
  } AS c4
  RETURN [c3, c4]
} AS c5, COLLECT {
  MATCH (n13:Actor)
  WHERE n13.id = $p.a10
  WITH *, COLLECT {
    MATCH (n13)-[r14:BACKS]->(w17x1)
    WHERE r14.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w17x1
    MATCH (w17x1)-[r15:PARTICIPATED_IN]->(w17x2)
    WHERE r15.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w17x2
    WITH w17x2 AS n16, 2 AS w17
    WHERE n16:Event
    WITH *
    ORDER BY w17 ASC, n16.id ASC LIMIT $p.a12
    RETURN [n16.id]
  } AS c6, COLLECT {
    MATCH (n13)-[r18:BACKS]->(w21x1)
    WHERE r18.standing IN ['ASSERTED', 'DENIED']
    WITH DISTINCT w21x1
    MATCH (w21x1)-[r19:PARTICIPATED_IN]->(w21x2)
    WHERE r19.standing IN ['ASSERTED', 'DENIED']
    WITH DISTINCT w21x2
    WITH w21x2 AS n20, 2 AS w21
    WHERE n20:Event
    WITH *
    ORDER BY w21 ASC, n20.id ASC LIMIT $p.a14
    RETURN [n20.id]
  } AS c7
  RETURN [c6, c7]
} AS c8, COLLECT {
  MATCH (n22:Actor)
  WHERE n22.id = $p.a15
  RETURN [0, n22.id, n22.name] AS v
  UNION ALL
  MATCH (n23:Place)
  WHERE n23.id = $p.a15
  RETURN [1, n23.id, n23.name] AS v
  UNION ALL
  MATCH (n24:Claim)
  WHERE n24.id = $p.a15
  RETURN [2, n24.id, n24.statement] AS v
  UNION ALL
  MATCH (n25:Source)
  WHERE n25.id = $p.a15
  RETURN [3, n25.id, n25.name] AS v
  UNION ALL
  MATCH (n26:Report)
  WHERE n26.id = $p.a15
  RETURN [4, n26.id, n26.title] AS v
  UNION ALL
  MATCH ()-[r27:MADE_IN]->()
  WHERE r27.id = $p.a15
  RETURN [5, r27.id] AS v
  UNION ALL
  MATCH (n28:Event)
  WHERE n28.id = $p.a15
  RETURN [6, n28.id, n28.title] AS v
  UNION ALL
  MATCH ()-[r29:PARTICIPATED_IN]->()
  WHERE r29.id = $p.a15
  RETURN [7, r29.id] AS v
  UNION ALL
  MATCH ()-[r30:PART_OF_EVENT]->()
  WHERE r30.id = $p.a15
  RETURN [8, r30.id] AS v
  UNION ALL
  MATCH ()-[r31:REPORTED_IN]->()
  WHERE r31.id = $p.a15
  RETURN [9, r31.id] AS v
  UNION ALL
  MATCH ()-[r32:PUBLISHED_BY]->()
  WHERE r32.id = $p.a15
  RETURN [10, r32.id] AS v
  UNION ALL
  MATCH ()-[r33:MADE_BY]->()
  WHERE r33.id = $p.a15
  RETURN [11, r33.id] AS v
  UNION ALL
  MATCH ()-[r34:PART_OF]->()
  WHERE r34.id = $p.a15
  RETURN [12, r34.id] AS v
  UNION ALL
  MATCH ()-[r35:LIES_IN]->()
  WHERE r35.id = $p.a15
  RETURN [13, r35.id] AS v
  UNION ALL
  MATCH ()-[r36:BORDERS]->()
  WHERE r36.id = $p.a15
  RETURN [14, r36.id] AS v
  UNION ALL
  MATCH ()-[r37:OCCURRED_AT]->()
  WHERE r37.id = $p.a15
  RETURN [15, r37.id] AS v
  UNION ALL
  MATCH ()-[r38:CONTROLS]->()
  WHERE r38.id = $p.a15
  RETURN [16, r38.id] AS v
  UNION ALL
  MATCH ()-[r39:BACKS]->()
  WHERE r39.id = $p.a15
  WITH *, COLLECT {
    WITH endNode(r39) AS n40
    RETURN [n40.name]
  } AS c9
  RETURN [17, r39.id, r39.standing, c9[0]] AS v
  UNION ALL
  MATCH ()-[r41:MEMBER_OF]->()
  WHERE r41.id = $p.a15
  RETURN [18, r41.id] AS v
  UNION ALL
  MATCH ()-[r42:SUCCEEDS]->()
  WHERE r42.id = $p.a15
  RETURN [19, r42.id] AS v
  UNION ALL
  MATCH ()-[r43:BASED_IN]->()
  WHERE r43.id = $p.a15
  RETURN [20, r43.id] AS v
  UNION ALL
  MATCH ()-[r44:VOICE_OF]->()
  WHERE r44.id = $p.a15
  RETURN [21, r44.id] AS v
} AS c10
RETURN [c2[0], c5[0], c8[0], c10[0]] AS r
