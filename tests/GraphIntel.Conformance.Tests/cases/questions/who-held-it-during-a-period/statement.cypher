CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:CONTROLS]-(n2:Actor)
    WHERE (coalesce(r3.from, r3.attestedFrom) IS NULL OR coalesce(r3.from, r3.attestedFrom) < $p.a1) AND (r3.until IS NULL OR r3.until > $p.a2) AND NOT coalesce(coalesce(r3.from, r3.attestedFrom) >= r3.until, false) AND r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a3
    RETURN [n2.id]
  } AS c0, COLLECT {
    MATCH (n1)<-[r5:CONTROLS]-(n4:Actor)
    WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) < $p.a4) AND (r5.until IS NULL OR r5.until > $p.a5) AND NOT coalesce(coalesce(r5.from, r5.attestedFrom) >= r5.until, false) AND r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a6
    RETURN [n4.id]
  } AS c1, COLLECT {
    MATCH (n1)<-[r7:CONTROLS]-(n6:Actor)
    WHERE (r7.until IS NULL OR r7.until > $p.a7) AND NOT coalesce(coalesce(r7.from, r7.attestedFrom) >= r7.until, false) AND r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a8
    RETURN [n6.id]
  } AS c2, COLLECT {
    MATCH (n1)<-[r9:CONTROLS]-(n8:Actor)
    WHERE (coalesce(r9.from, r9.attestedFrom) IS NULL OR coalesce(r9.from, r9.attestedFrom) < $p.a9) AND NOT coalesce(coalesce(r9.from, r9.attestedFrom) >= r9.until, false) AND r9.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n8.id ASC, r9.id ASC LIMIT $p.a10
    RETURN [n8.id]
  } AS c3, COLLECT {
    MATCH (n1)<-[r11:CONTROLS]-(n10:Actor)
    WHERE NOT coalesce(coalesce(r11.from, r11.attestedFrom) >= r11.until, false) AND r11.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n10.id ASC, r11.id ASC LIMIT $p.a11
    RETURN [n10.id]
  } AS c4
  RETURN [c0, c1, c2, c3, c4]
} AS c5
RETURN [c5[0]] AS r
