CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:CONTROLS]->(n3:Place)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)-[r2:CONTROLS]->(n3:Place)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r2.extent ASC, n3.name DESC, n3.id DESC, r2.id DESC LIMIT $p.a3
    WITH *, COLLECT {
      MATCH (n4:Claim)
      WHERE n4.about = r2.id AND n4.id IS NOT NULL
      WITH *
      ORDER BY n4.id ASC LIMIT $p.a5
      WITH *, COLLECT {
        MATCH (n4)-[r5:MADE_BY]->(n6:Source)
        RETURN [n6.name]
      } AS c1
      RETURN [n4.statement, c1[0]]
    } AS c2
    RETURN [r2.extent, n3.name, c2]
  } AS c3
  RETURN [c0, c3]
} AS c4
RETURN [c4[0]] AS r
