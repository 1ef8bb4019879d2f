-- Candidates of moments have weights and intervals.  Those stored before were bare values: they go, the chosen reading
-- stays, and adding an article anew brings them back.

UPDATE article SET record = json_set(
    record,
    '$.moments', (
        SELECT json_group_array(json_set(moment.value, '$.candidates', json('[]')))
        FROM json_each(record, '$.moments') AS moment
    ),
    '$.statements', (
        SELECT json_group_array(json_replace(statement.value, '$.said.candidates', json('[]')))
        FROM json_each(record, '$.statements') AS statement
    )
) WHERE record LIKE '%"candidates":["%';
