CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id >= $p.a1 AND (n2.id > $p.a1 OR (n2.id = $p.a1 AND r3.id > $p.a2))
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a3
    RETURN [n2.id]
  } AS c1, COUNT {
    MATCH (n1)-[r5:CONTROLS]->(n4:Place)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n4
  } AS c2, COLLECT {
    MATCH (n1)-[r5:CONTROLS]->(n4:Place)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id DESC, r5.id DESC LIMIT $p.a4
    RETURN [n4.id]
  } AS c3
  RETURN [c0, c1, c2, reverse(c3)]
} AS c4
RETURN [c4[0]] AS r
