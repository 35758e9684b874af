CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) <= $p.a1) AND (r3.until IS NULL OR r3.until > $p.a1) AND (r3.until IS NULL OR r3.until > $p.a2) AND r3.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)<-[r5:CONTROLS]-(n4:Actor)
    WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a3) AND (r5.until IS NULL OR r5.until > $p.a3) AND (r5.until IS NULL OR r5.until > $p.a4) AND r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a5
    RETURN [n4.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r7:CONTROLS]-(n6:Actor)
    WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a6) AND (r7.until IS NULL OR r7.until > $p.a6) AND r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a7
    RETURN [n6.id]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
