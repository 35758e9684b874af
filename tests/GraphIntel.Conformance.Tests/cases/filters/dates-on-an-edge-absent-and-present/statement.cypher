CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:CONTROLS]->(n3:Place)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND r2.from IS NULL
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.id]
  } AS c0
  RETURN [c0]
} AS c1, COLLECT {
  MATCH (n4:Actor)
  WHERE n4.id = $p.a3
  WITH *, COLLECT {
    MATCH (n4)-[r5:CONTROLS]->(n6:Place)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND r5.from IS NOT NULL
    WITH *
    ORDER BY n6.id ASC, r5.id ASC LIMIT $p.a5
    RETURN [n6.id]
  } AS c2
  RETURN [c2]
} AS c3, COLLECT {
  MATCH (n7:Actor)
  WHERE n7.id = $p.a6
  WITH *, COUNT {
    MATCH (n7)-[r8:CONTROLS]->(n9:Place)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED'] AND NOT coalesce(r8.from = $p.a7, false)
    RETURN n9
  } AS c4
  RETURN [c4]
} AS c5, COLLECT {
  MATCH (n10:Actor)
  WHERE n10.id = $p.a10
  WITH *, COLLECT {
    MATCH (n10)-[r11:CONTROLS]->(n12:Place)
    WHERE r11.standing IN ['ASSERTED', 'DISPUTED'] AND r11.until <= $p.a11
    WITH *
    ORDER BY n12.id ASC, r11.id ASC LIMIT $p.a13
    RETURN [n12.id]
  } AS c6
  RETURN [c6]
} AS c7
RETURN [c1[0], c3[0], c5[0], c7[0]] AS r
