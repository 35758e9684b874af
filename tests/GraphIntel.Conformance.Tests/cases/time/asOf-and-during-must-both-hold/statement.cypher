CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND (r2.until IS NULL OR r2.until > $p.a2) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a5) AND (r4.until IS NULL OR r4.until > $p.a5) AND (r4.until IS NULL OR r4.until > $p.a6) AND r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a8
    RETURN [n5.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r6:CONTROLS]-(n7:Actor)
    WHERE (r6.from IS NULL OR r6.from <= $p.a9) AND (r6.until IS NULL OR r6.until > $p.a9) AND r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a11
    RETURN [n7.id]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
