CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    WITH *, COUNT {
      MATCH (n3)-[r4:BACKS]->(n5:Actor)
      WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
      WITH n5 LIMIT $p.a5
      RETURN n5
    } AS c0
    RETURN [c0]
  } AS c1, COUNT {
    MATCH (n1)-[r6:CONTROLS]->(n7:Place)
    WHERE (r6.from IS NULL OR r6.from < $p.a7) AND (r6.until IS NULL OR r6.until > $p.a6) AND r6.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n7
  } AS c2, COLLECT {
    MATCH (n1)-[r8:PARTICIPATED_IN]->(n9:Event)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED'] AND n9.id >= $p.a12 AND (n9.id > $p.a12 OR n9.id = $p.a12 AND (r8.id > $p.a13))
    WITH *
    ORDER BY n9.id ASC, r8.id ASC LIMIT $p.a11
    RETURN [n9.id]
  } AS c3
  RETURN [c1, c2, c3]
} AS c4
RETURN [c4[0]] AS r
