CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(w5x1)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w5x1
    MATCH (w5x1)-[r3:PARTICIPATED_IN]->(w5x2)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w5x2
    WITH w5x2 AS n4, 2 AS w5
    WHERE n4:Event
    WITH *
    ORDER BY w5 ASC, n4.id ASC LIMIT $p.a3
    RETURN [n4.id]
  } AS c0, COLLECT {
    MATCH (n1)-[r6:BACKS]->(w9x1)
    WHERE (r6.from IS NULL OR r6.from <= $p.a4) AND (r6.until IS NULL OR r6.until > $p.a4) AND r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w9x1
    MATCH (w9x1)-[r7:PARTICIPATED_IN]->(w9x2)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w9x2
    WITH w9x2 AS n8, 2 AS w9
    WHERE n8:Event
    WITH *
    ORDER BY w9 ASC, n8.id ASC LIMIT $p.a6
    RETURN [n8.id]
  } AS c1, COUNT {
    MATCH (n1)-[r10:BACKS]->(w13x1)
    WHERE r10.standing IN ['DENIED']
    WITH DISTINCT w13x1
    MATCH (w13x1)-[r11:PARTICIPATED_IN]->(w13x2)
    WHERE r11.standing IN ['DENIED']
    WITH DISTINCT w13x2
    WITH w13x2 AS n12
    WHERE n12:Event
    RETURN n12
  } AS c2
  RETURN [c0, c1, c2]
} AS c3, COLLECT {
  MATCH (n14:Actor)
  WHERE n14.id = $p.a9
  WITH *, COUNT {
    MATCH (n14)<-[r15s:BACKS*1..6]-(w17x1)
    WHERE all(r15 IN r15s WHERE (r15.from IS NULL OR r15.from <= $p.a10) AND (r15.until IS NULL OR r15.until > $p.a10) AND r15.standing IN ['ASSERTED', 'DISPUTED'])
    WITH DISTINCT w17x1
    WITH w17x1 AS n16
    WHERE n16:Actor AND n16 <> n14
    RETURN n16
  } AS c4
  RETURN [c4]
} AS c5, COLLECT {
  MATCH (n18:Actor)
  WHERE n18.id = $p.a13
  WITH *, COLLECT {
    MATCH w21p1 = (n18)<-[r19s:BACKS*1..6]-(w21x1)
    WHERE all(r19 IN r19s WHERE (r19.from IS NULL OR r19.from <= $p.a14) AND (r19.until IS NULL OR r19.until > $p.a14) AND r19.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w21x1, min(length(w21p1)) AS w21d1
    WITH w21x1 AS n20, w21d1 AS w21
    WHERE n20:Actor AND n20 <> n18
    WITH *
    ORDER BY w21 ASC, n20.id ASC LIMIT $p.a16
    RETURN [w21, n20.id]
  } AS c6
  RETURN [c6]
} AS c7
RETURN [c3[0], c5[0], c7[0]] AS r
