import { useId, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Card, JobProgress, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useImportP13nLinesMutation } from '../../services/site';
import { useTexts } from '../../texts';
import { readLines } from './read-lines';

const AT_ONCE = 300;
type Progress = { done: number; total: number; stored: number; known: number; refused: string[] };

/** History from a file, sent in parts; what is there already is left alone, so it can be repeated. */
export const ImportCard = () => {
  const t = useTexts();
  const id = useId();
  const notify = useNotify(PLUGIN_ID);
  const [send] = useImportP13nLinesMutation();
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const isRunning = progress !== null && progress.done < progress.total;

  const start = async () => {
    if (!file) return;
    const lines = readLines(await file.text(), file.name);
    let state: Progress = { done: 0, total: lines.length, stored: 0, known: 0, refused: [] };
    setProgress(state);
    for (let at = 0; at < lines.length; at += AT_ONCE) {
      const part = lines.slice(at, at + AT_ONCE);
      const result = await send(part);
      if ('error' in result) {
        notify.problem(result.error);
        setProgress(null);
        return;
      }
      const { stored, known, refused } = result.data;
      state = {
        ...state,
        done: at + part.length,
        stored: state.stored + stored,
        known: state.known + known,
        refused: [
          ...state.refused,
          ...refused.map(({ line, reason }) => `${at + line + 1}: ${reason}`),
        ],
      };
      setProgress(state);
    }
  };

  return (
    <Card title={t('import.title')} text={t('import.text')}>
      <Flex gap={3} wrap="wrap" alignItems="center">
        <Typography tag="label" htmlFor={id} fontWeight="semiBold">
          {t('import.file')}
        </Typography>
        <FileInput
          id={id}
          type="file"
          accept=".csv,.json,.jsonl,.ndjson,.txt"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setProgress(null);
          }}
        />
        <Button variant="secondary" disabled={!file || isRunning} onClick={() => void start()}>
          {t('import.start')}
        </Button>
      </Flex>
      {progress ? (
        <Box paddingTop={4} aria-live="polite">
          <JobProgress label={t('import.progress')} done={progress.done} total={progress.total} />
          <Typography tag="p">
            {t('import.result', {
              stored: progress.stored,
              known: progress.known,
              refused: progress.refused.length,
            })}
          </Typography>
          {progress.refused.slice(0, 5).map((line) => (
            <Typography key={line} tag="p" variant="pi" textColor="danger600">
              {line}
            </Typography>
          ))}
        </Box>
      ) : null}
    </Card>
  );
};

/** The browser's own, whose button looks like the others. */
const FileInput = styled.input`
  max-width: 100%;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  color: ${({ theme }) => theme.colors.neutral800};

  &::file-selector-button {
    height: 3.2rem;
    margin-inline-end: ${({ theme }) => theme.spaces[2]};
    padding: 0 ${({ theme }) => theme.spaces[4]};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-size: ${({ theme }) => theme.fontSizes[1]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    cursor: pointer;
  }
`;
