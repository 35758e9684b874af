SELECT json_array()
