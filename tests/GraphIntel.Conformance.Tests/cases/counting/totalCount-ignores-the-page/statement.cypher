CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:PARTICIPATED_IN]->(n3:Event)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)-[r2:PARTICIPATED_IN]->(n3:Event)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id >= $p.a3 AND (n3.id > $p.a3 OR n3.id = $p.a3 AND (r2.id > $p.a4))
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.id]
  } AS c1, COUNT {
    MATCH (n1)-[r4:CONTROLS]->(n5:Place)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n5
  } AS c2, COLLECT {
    MATCH (n1)-[r4:CONTROLS]->(n5:Place)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id DESC, r4.id DESC LIMIT $p.a6
    RETURN [n5.id]
  } AS c3
  RETURN [c0, c1, c2, reverse(c3)]
} AS c4
RETURN [c4[0]] AS r
