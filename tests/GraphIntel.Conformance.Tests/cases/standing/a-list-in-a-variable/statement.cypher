CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['DENIED']
    RETURN n2
  } AS c0, COUNT {
    MATCH (n1)-[r5:BACKS]->(n4:Actor)
    WHERE r5.standing IN ['ASSERTED', 'DENIED']
    RETURN n4
  } AS c1, COUNT {
    MATCH (n1)-[r7:BACKS]->(n6:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n6
  } AS c2, COUNT {
    MATCH (n1)-[r9:BACKS]->(n8:Actor)
    WHERE r9.standing IN ['DENIED']
    RETURN n8
  } AS c3, COUNT {
    MATCH (n1)-[r11:BACKS]->(n10:Actor)
    WHERE false
    RETURN n10
  } AS c4
  RETURN [c0, c1, c2, c3, c4]
} AS c5
RETURN [c5[0]] AS r
