CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:CONTROLS]->(n2:Place)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r3.from IS NOT NULL ASC, r3.from ASC, n2.id ASC, r3.id ASC LIMIT $p.a1
    RETURN [r3.from, n2.id]
  } AS c0, COLLECT {
    MATCH (n1)-[r5:CONTROLS]->(n4:Place)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r5.from IS NOT NULL DESC, r5.from DESC, n4.id DESC, r5.id DESC LIMIT $p.a2
    RETURN [r5.from, n4.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
